import type { StrategyOf } from '#experiment/experiment.ts';
import type { TokenId } from '#policy/language-model.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { workedExamples } from '#policy/prompts/families.ts';
import type { Session } from '#policy/session/session.ts';
import { answerByOneTrace } from './shared/traces.ts';
import type { StrategyRun } from './strategy.ts';

/**
 * Worked examples before the problem (Wei et al. 2022, arXiv 2201.11903, section 2): as many of those asked for as the model
 * has learnt to read and its context holds. Where that is fewer, the run says so.
 */
export async function* fewShot(session: Session, { shots }: StrategyOf<'few-shot'>): StrategyRun {
  const { name, mostExamples = Infinity } = session.model.info;
  const learnt = Math.min(shots, mostExamples);
  const { prompt, shown } = fitting(session, learnt);
  if (shown < shots) {
    yield {
      type: 'decided',
      decision: {
        kind: 'fewer-examples',
        shown,
        wanted: shots,
        model: name,
        most: shown < learnt ? null : mostExamples,
      },
    };
  }
  yield* answerByOneTrace(session, prompt);
}

/** The prompt with as many examples as leave room for a thought: a quarter of the context, or the token limit where that is less. */
function fitting(
  { model, problem, sampling }: Session,
  most: number,
): { readonly prompt: readonly TokenId[]; readonly shown: number } {
  const { name, context } = model.info;
  const examples = workedExamples(problem).slice(0, most);
  const room = Math.min(sampling.maxTokens, Math.floor(context / 4));
  for (let shown = examples.length; shown >= 1; shown--) {
    const prompt = model.prompt(problem, { kind: 'few-shot', examples: examples.slice(0, shown) });
    if (prompt.length + room <= context) return { prompt, shown };
  }
  throw new PolicyError({ code: 'example-too-long', model: name, context });
}
