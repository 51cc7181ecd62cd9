import type { Verifier } from '#verifiers/verifier.ts';

/** Scores by what the trace ends with; what it has no number for was not measured. */
export function judging(scores: Readonly<Record<string, number>>): Verifier {
  return {
    kind: 'rollouts',
    judges: 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing
    async *score(traces) {
      return traces.map(({ steps: own }) => {
        const text =
          own
            .at(-1)
            ?.map((token) => token.text)
            .join(' ') ?? '';
        return {
          steps: own.map((_, index) => (index < own.length - 1 ? 0.5 : (scores[text] ?? null))),
          why: { kind: text in scores ? 'yes-over-no' : 'budget-spent' } as const,
        };
      });
    },
  };
}
