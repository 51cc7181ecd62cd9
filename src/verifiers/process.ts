import type { Session } from '../policy/session/session.ts';
import type { PartialTrace, Scores, Verifier } from './verifier.ts';

/**
 * The value head after every step: how likely the trace still reaches a right answer (PRM; Lightman et al. 2023,
 * arXiv 2305.20050). Needs a model with a value head.
 */
export function processVerifier({ model, signal }: Session): Verifier {
  return {
    kind: 'process',
    judges: 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      const prefixes = traces.map(prefixesOf);
      const values = await model.evaluate(prefixes.flat(), signal);
      let at = 0;
      return prefixes.map((own): Scores => ({ steps: values.slice(at, (at += own.length)), why: 'the value head after each step' }));
    },
  };
}

/** The prefix that ends with each step. */
function prefixesOf({ prompt, steps }: PartialTrace): readonly (readonly number[])[] {
  const prefixes: number[][] = [];
  let path: readonly number[] = prompt;
  for (const step of steps) {
    path = [...path, ...step.map((token) => token.id)];
    prefixes.push([...path]);
  }
  return prefixes;
}
