import { paired } from '#experiment/surely.ts';
import { promptBefore } from '#policy/session/with-start.ts';
import type { LoggedToken } from '#run/events.ts';
import { endsStep, splitSteps } from './split-steps.ts';
import type { PartialTrace, Scores, Verifier } from './verifier.ts';

/**
 * A verifier of traces that go on from a thought a person began: it reads that thought as the trace's first steps, and
 * scores of steps the person finished are left out. An unfinished last step is one with the trace's first.
 */
export function readingStart(
  verifier: Verifier,
  start: readonly LoggedToken[],
  stepEnds: readonly string[],
): Verifier {
  const begun = splitSteps(start, stepEnds);
  const last = begun.at(-1);
  const unfinished = last && !endsStep(last, stepEnds) ? last : null;
  const given = unfinished ? begun.slice(0, -1) : begun;

  function whole(trace: PartialTrace): PartialTrace {
    const prompt = promptBefore(trace.prompt, start);
    const [first, ...rest] = trace.steps;
    if (!prompt || !first) return trace;
    return { ...trace, prompt, steps: [...given, [...(unfinished ?? []), ...first], ...rest] };
  }

  function added(
    scores: readonly Scores[],
    read: readonly PartialTrace[],
    traces: readonly PartialTrace[],
  ): readonly Scores[] {
    const before = paired(read, traces).map(
      ([longer, shorter]) => longer.steps.length - shorter.steps.length,
    );
    return paired(scores, before).map(([own, behind]): Scores => {
      // A verifier of whole traces gives one score only.
      return own.steps.length > behind ? { ...own, steps: own.steps.slice(behind) } : own;
    });
  }

  const { kind, judges, rescore } = verifier;
  return {
    kind,
    judges,
    async *score(traces) {
      const read = traces.map(whole);
      return added(yield* verifier.score(read), read, traces);
    },
    ...(rescore ? { rescore: (traces) => added(rescore(traces.map(whole)), traces.map(whole), traces) } : {}),
  };
}
