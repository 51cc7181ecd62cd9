import { PolicyError } from '#policy/policy-error.ts';
import type { Session } from '#policy/session/session.ts';
import type { Scores, Verifier } from './verifier.ts';

/**
 * Not a verifier: it is told by whoever knows the reference. It shows the ceiling that a perfect verifier would reach;
 * with best-of-N that is pass@N (Brown et al. 2024, arXiv 2407.21787, section 2). A trace without an answer is not right: 0.
 *
 * Throws PolicyError `unsupported` where the session does not know the reference.
 */
export function oracleVerifier({ oracle: grade }: Session): Verifier {
  if (!grade) throw new PolicyError({ code: 'unsupported', why: { kind: 'no-reference' } });
  return {
    kind: 'oracle',
    judges: 'traces',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      return traces.map(({ answer }): Scores => {
        if (!answer) return { steps: [0], why: { kind: 'no-answer' } };
        const { outcome } = grade(answer);
        if (outcome === 'ungraded') return { steps: [null], why: { kind: 'no-reference' } };
        const right = outcome === 'right';
        return {
          steps: [right ? 1 : 0],
          why: { kind: 'oracle', right },
        };
      });
    },
  };
}
