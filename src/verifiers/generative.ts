import { exp } from '#run/portable-math.ts';
import { scoringOf } from '#policy/model-parts.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Session } from '#policy/session/session.ts';
import { checkedLogprobs } from './checked.ts';
import type { PartialTrace, Scores, Verifier } from './verifier.ts';

/**
 * Asks the model itself whether each step is right and reads p(yes) / (p(yes) + p(no)) (generative verifier, Zhang et al.
 * 2024, arXiv 2408.15240, section 3.1, without written-out reasoning; they take p(yes), here what other words would get is
 * left out of account). The words are not drawn but scored, so nothing is decoded. Needs a model that scores and follows
 * instructions, or has learnt to judge; each has its own prompt and its own words for it. Scoring throws PolicyError
 * `kernel-failed` where a log-probability is no finite number.
 */
export function generativeVerifier({ problem, model, signal }: Session): Verifier {
  const { verdicts, name } = model.info;
  if (!verdicts) throw new PolicyError({ code: 'unsupported', why: { kind: 'verdict-words', model: name } });
  const scoring = scoringOf(model);
  const [yes, no] = [model.encode(verdicts.yes), model.encode(verdicts.no)];
  const probability = async (steps: PartialTrace['steps'], finished: boolean): Promise<number> => {
    const question = model.prompt(problem, { kind: 'judge', steps, finished });
    const logprob = async (word: readonly number[]) =>
      sum(checkedLogprobs(await scoring.score(question, word, signal), name));
    const [forYes, forNo] = await Promise.all([logprob(yes), logprob(no)]);
    // The ratio as a logistic function of the difference, so that small probabilities do not underflow.
    return 1 / (1 + exp(forNo - forYes));
  };
  return {
    kind: 'generative',
    judges: 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      return Promise.all(
        traces.map(async ({ steps, finished }): Promise<Scores> => {
          const scores = steps.map((_, index) =>
            probability(steps.slice(0, index + 1), finished && index === steps.length - 1),
          );
          return {
            steps: await Promise.all(scores),
            why: { kind: 'yes-over-no' },
          };
        }),
      );
    },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
