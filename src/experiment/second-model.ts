import type { Strategy } from './experiment.ts';
import { verifierModel } from './verifier.ts';

/** The id of the model that a strategy names besides the one that thinks: its verifier's, or rStar's discriminator. Null where it names none. */
export function secondModel(strategy: Strategy): string | null {
  if (strategy.kind === 'rstar') return strategy.discriminator ?? null;
  return 'verifier' in strategy ? verifierModel(strategy.verifier) : null;
}
