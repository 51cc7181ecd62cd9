import { paired } from '#experiment/surely.ts';
import type { Session } from '#policy/session/session.ts';
import type { Scores, Verifier } from './verifier.ts';
import { wholePrefix } from './prefixes.ts';
import { valueHeadOf } from './value-head.ts';

/**
 * The value head at the end of a finished trace: how likely its answer is right (ORM; Cobbe et al. 2021, arXiv
 * 2110.14168, section 4.2). A trace without an end has no such value. Needs a value head: the model's, or that of one named for it.
 */
export function outcomeVerifier(session: Session): Verifier {
  const { signal } = session;
  const head = valueHeadOf(session);
  return {
    kind: 'outcome',
    judges: 'traces',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      const finished = traces.filter((trace) => trace.finished);
      const values = await head.evaluate(finished.map(wholePrefix), signal);
      const byTrace = new Map(paired(finished, values));
      return traces.map((trace): Scores => {
        const value = byTrace.get(trace);
        return value === undefined
          ? { steps: [null], why: { kind: 'no-end' } }
          : { steps: [value], why: { kind: 'value-head', model: head.model, at: 'end' } };
      });
    },
  };
}
