import type { Session } from '#policy/session/session.ts';
import { stepPrefixes } from './prefixes.ts';
import { isStepCut } from './split-steps.ts';
import { valueHeadOf } from './value-head.ts';
import type { Scores, Verifier } from './verifier.ts';

/**
 * The value head after every step: how likely the trace still reaches a right answer (PRM; Lightman et al. 2023,
 * arXiv 2305.20050). Value heads are trained at the ends of steps and of the text and mean nothing elsewhere, so a step
 * that was cut off in the middle has no score. Needs a value head: the model's, or that of one named for it.
 */
export function processVerifier(session: Session): Verifier {
  const { model, signal } = session;
  const head = valueHeadOf(session);
  return {
    kind: 'process',
    judges: 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      const judged = traces.map((trace) => {
        const cut = isStepCut(trace, model.info.stepEnds);
        return { cut, prefixes: stepPrefixes(trace).slice(0, cut ? -1 : undefined) };
      });
      const values = await head.evaluate(
        judged.flatMap(({ prefixes }) => prefixes),
        signal,
      );
      let at = 0;
      return judged.map(({ cut, prefixes }): Scores => {
        const own = values.slice(at, (at += prefixes.length));
        return cut
          ? { steps: [...own, null], why: { kind: 'step-cut' } }
          : { steps: own, why: { kind: 'value-head', model: head.model, at: 'each-step' } };
      });
    },
  };
}
