import type { Strategy } from './experiment.ts';
import { modelIdSchema } from './model-id.ts';
import { strategySheet } from './strategies.ts';
import { verifierModel } from './verifier.ts';
import * as v from 'valibot';

/** The id of the model that a strategy names besides the one that thinks: its verifier's, or one that a knob of its own names. Null where it names none. */
export function secondModel(strategy: Strategy): string | null {
  const { secondModel: knob } = strategySheet(strategy.kind);
  if (knob === undefined) return 'verifier' in strategy ? verifierModel(strategy.verifier) : null;
  const named = Object.entries(strategy).find(([key]) => key === knob)?.[1];
  return v.is(modelIdSchema, named) ? named : null;
}

/** Whether another model that the strategy names completes what the policy wrote (rStar's discriminator); else its value head scores. */
export function secondModelWrites({ kind }: Strategy): boolean {
  return strategySheet(kind).secondModel !== undefined;
}
