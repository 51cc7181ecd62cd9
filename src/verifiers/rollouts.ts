import { extractFromTrace } from '#answers/extract.ts';
import { familySheet } from '#experiment/families.ts';
import type { VerifierOf } from '#experiment/verifier.ts';
import { draw, type Drawn } from '#policy/session/draw.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { Answer } from '#run/events.ts';
import type { Score } from '#run/score.ts';
import { stepPrefixes } from './prefixes.ts';
import { endsWell } from './rule.ts';
import { splitSteps } from './split-steps.ts';
import { whyDrawn } from './unjudged.ts';
import type { PartialTrace, Scores, Verifier } from './verifier.ts';

/** How a trace that began with some prefix ended. */
interface Ending {
  readonly answer: Answer | null;
  readonly right: boolean;
}

/** What is known of a prefix: how its completions ended, of how many. */
interface Completed {
  readonly endings: readonly Ending[];
  readonly wanted: number;
}

/**
 * Completes each step K times (Math-Shepherd, Wang et al. 2023, arXiv 2312.08935, section 3.3). Soft estimate: the share
 * of completions that end well; hard: 1 if any does. The paper compares with the reference answer; here a problem
 * of many right answers ends well if it is right by rule, and any other if the answer is the one that most rollouts of the problem have
 * reached so far, so nothing is known that the model does not find itself: `rescore` says what scores have become of that.
 * A finished trace is its own last rollout.
 *
 * Rollouts are remembered: a prefix that comes back in a later round is not completed again. At temperature 0 one
 * completion says what K would. A completion that the budget cut off says nothing of how it would have ended: scores are
 * made of the others, and where there are none, there is no score and nothing to remember.
 */
export function rolloutVerifier(session: Session, { rollouts, estimate }: VerifierOf<'rollouts'>): Verifier {
  const { problem, model, sampling } = session;
  const { manyAnswers, checkedByRule } = familySheet(problem);
  const wanted = sampling.temperature === 0 ? 1 : rollouts;
  const known = new Map<string, Completed>();

  async function* complete(traces: readonly PartialTrace[]): RunPart<void> {
    const open = new Map<
      string,
      { readonly trace: PartialTrace; readonly step: number; readonly prefix: readonly number[] }
    >();
    for (const trace of traces) {
      for (const [step, prefix] of stepPrefixes(trace).entries()) {
        const key = prefix.join(' ');
        if (open.has(key) || known.get(key)?.endings.length) continue;
        const ended = trace.finished && step === trace.steps.length - 1;
        // Has its place from now on: of answers that are equally common, the first counts.
        known.set(
          key,
          ended
            ? { endings: [{ answer: trace.answer, right: endsWell(problem, trace) }], wanted: 1 }
            : { endings: [], wanted },
        );
        if (!ended) open.set(key, { trace, step, prefix });
      }
    }
    const drawn = yield* draw(
      session,
      [...open.values()].map(({ step, prefix }) => ({
        prefix,
        n: wanted,
        prompt: [],
        label: (index) => ({ kind: 'step-rollout', step: step + 1, number: index + 1 }),
      })),
    );
    for (const [request, [key, { trace, step }]] of [...open].entries()) {
      const steps = trace.steps.slice(0, step + 1);
      const endings: Ending[] = [];
      for (const rollout of drawn[request] ?? []) {
        const whole = finish(trace, steps, rollout);
        yield { type: 'answer-extracted', sequence: rollout.sequence, answer: whole.answer };
        if (!rollout.cutByBudget) endings.push({ answer: whole.answer, right: endsWell(problem, whole) });
      }
      known.set(key, { endings, wanted });
    }
  }

  function finish(
    { prompt }: PartialTrace,
    steps: PartialTrace['steps'],
    { tokens, reason }: Drawn,
  ): PartialTrace {
    const finished = reason === 'end-of-text';
    const all = [...steps, ...splitSteps(tokens, model.info.stepEnds)];
    return { prompt, steps: all, finished, answer: finished ? extractFromTrace(problem, all.flat()) : null };
  }

  function isWell(favourite: string | null): (ending: Ending) => boolean {
    return manyAnswers && checkedByRule
      ? ({ right }) => right
      : ({ answer }) => answer !== null && answer.key === favourite;
  }

  function scoresOf(traces: readonly PartialTrace[]): readonly Scores[] {
    const well = isWell(mostCommon([...known.values()].flatMap(({ endings }) => endings)));
    return traces.map((trace): Scores => {
      const completed = stepPrefixes(trace).map(
        (prefix) => known.get(prefix.join(' ')) ?? { endings: [], wanted },
      );
      return {
        steps: completed.map(({ endings }) => shareOf(endings, well)),
        why: whyDrawn(
          completed.map(({ endings, wanted: of }) => ({ drawn: endings.length, wanted: of })),
          (missing) => ({ kind: 'completions', estimate, missing }),
        ),
      };
    });
  }

  function shareOf(endings: readonly Ending[], well: (ending: Ending) => boolean): Score {
    if (endings.length === 0) return null;
    const good = endings.filter(well).length;
    return estimate === 'hard' ? Math.min(good, 1) : good / endings.length;
  }

  return {
    kind: 'rollouts',
    judges: 'steps',
    async *score(traces) {
      yield* complete(traces);
      return scoresOf(traces);
    },
    rescore: scoresOf,
  };
}

/** The answer that most endings have; of equals the one that came first. */
function mostCommon(endings: readonly Ending[]): string | null {
  const votes = new Map<string, number>();
  for (const { answer } of endings) if (answer) votes.set(answer.key, (votes.get(answer.key) ?? 0) + 1);
  const [first, ...others] = votes;
  return first ? others.reduce((best, one) => (one[1] > best[1] ? one : best), first)[0] : null;
}
