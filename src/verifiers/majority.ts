import type { Scores, Verifier } from './verifier.ts';

/**
 * The share of the given finished traces that have the same answer (Wang et al. 2022, arXiv 2203.11171, section 2). Only
 * means something where all traces are scored together. A trace without an answer agrees with nobody: 0.
 */
export function majorityVerifier(): Verifier {
  return {
    kind: 'majority',
    judges: 'traces',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      const finished = traces.filter((trace) => trace.finished);
      return traces.map(({ finished: ended, answer }): Scores => {
        if (!ended || !answer) return { steps: [0], why: { kind: 'no-answer' } };
        const agreeing = finished.filter((other) => other.answer?.key === answer.key).length;
        return {
          steps: [agreeing / finished.length],
          why: { kind: 'agreeing-traces', agreeing, of: finished.length },
        };
      });
    },
  };
}
