import type { Session } from '../policy/session/session.ts';
import type { Scores, Verifier } from './verifier.ts';
import { wholePrefix } from './prefixes.ts';

/**
 * The value head at the end of a finished trace: how likely its answer is right (ORM; Cobbe et al. 2021, arXiv
 * 2110.14168, section 4.2). A trace without an end scores 0. Needs a model with a value head.
 */
export function outcomeVerifier({ model, signal }: Session): Verifier {
  return {
    kind: 'outcome',
    judges: 'traces',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      const finished = traces.filter((trace) => trace.finished);
      const values = await model.evaluate(finished.map(wholePrefix), signal);
      const byTrace = new Map(finished.map((trace, index) => [trace, values[index] ?? 0]));
      return traces.map((trace): Scores => {
        const value = byTrace.get(trace);
        return value === undefined ? { steps: [0], why: 'the trace has no end' } : { steps: [value], why: 'the value head at the end of the trace' };
      });
    },
  };
}
