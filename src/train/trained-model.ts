import * as v from 'valibot';
import { ownModelId } from '#experiment/model-id.ts';
import type { TrainingSetup } from './setup.ts';

/** What a trained model's manifest says besides what its first model's says. */
export interface TrainedModelFacts {
  readonly setup: TrainingSetup;
  /** Of `weights.bin`. */
  readonly sha256: string;
  readonly bytes: number;
  /** For people. */
  readonly name: string;
  readonly description: string;
}

/** Its shape, tensors and vocabulary are those of the model that it was trained from. */
const sourceSchema = v.looseObject({
  files: v.object({ weights: v.object({ path: v.string() }) }),
  trainedTokens: v.optional(v.unknown()),
});

/**
 * `manifest.json` of a trained model, as `public/models/README.md` describes it. Throws where the other one is no manifest.
 *
 * @param source the manifest of the model that it was trained from, as JSON.
 */
export function trainedManifest(source: string, facts: TrainedModelFacts): string {
  const {
    files,
    order: _order,
    trainedTokens: _tokens,
    date: _date,
    ...rest
  } = v.parse(sourceSchema, JSON.parse(source));
  const { setup, sha256, bytes, name, description } = facts;
  return `${JSON.stringify(
    {
      ...rest,
      id: ownModelId(sha256),
      name,
      description,
      learnt: { by: setup.method.kind === 'star' ? 'self-evolution' : 'reinforcement', from: setup.model },
      seed: setup.seed,
      files: { weights: { path: files.weights.path, bytes, sha256 } },
    },
    null,
    2,
  )}\n`;
}
