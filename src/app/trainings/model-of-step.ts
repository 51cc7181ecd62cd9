import type { ModelFolder } from '#policy/model-files/read-folder.ts';
import { modelName } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { ownFile } from '#policy/own-models.ts';
import { foldTraining, learningCurve } from '#train/curves.ts';
import type { TrainingSetup } from '#train/setup.ts';
import { trainedManifest } from '#train/trained-model.ts';
import { trainerWords } from '#words/en/trainer.ts';
import { keepOwnModel } from '../own-models/own-models.ts';
import type { OwnOrigin } from '../own-models/own-record.ts';
import type { ModelSnapshot } from './snapshots.ts';
import type { LoadedTraining } from './trainings-state.ts';

/** The model of a step as a model's folder, with its learning curve up to there. Rejects where its base is not to be had. */
export async function folderOfStep(
  { setup, log }: Pick<LoadedTraining, 'setup' | 'log'>,
  { step, weights }: ModelSnapshot,
): Promise<ModelFolder> {
  const name = trainerWords.modelName(spokenName(setup.model), step);
  const description = trainerWords.modelDescription(spokenName(setup.model), step);
  const state = foldTraining(log, step);
  const curve = state && setup.method.kind === 'grpo' ? learningCurve(state, description) : null;
  const manifest = trainedManifest(await manifestOf(setup.model), {
    setup,
    sha256: await sha256Of(weights),
    bytes: weights.byteLength,
    name,
    description,
  });
  return {
    manifest: new TextEncoder().encode(manifest),
    weights,
    ...(curve && { curve: JSON.stringify(curve) }),
  };
}

async function manifestOf(id: string): Promise<string> {
  const path = `${id}/manifest.json`;
  const own = ownFile(path);
  const response = own ? new Response(own) : await fetch(new URL(`models/${path}`, document.baseURI));
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.text();
}

/** In hexadecimal. Rejects on pages over plain http, where browsers hash nothing. */
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where the model of a step came from. */
export const originOfStep = ({ model }: TrainingSetup, step: number): OwnOrigin => ({
  kind: 'trained',
  base: model,
  baseName: modelName(model),
  steps: step,
});

/** Has the model of a step at hand as one of the person's own. Its id; of no snapshot that of the model it began from. */
export async function modelAtHand(
  training: Pick<LoadedTraining, 'setup' | 'log'>,
  snapshot: ModelSnapshot | null,
): Promise<string> {
  const { setup } = training;
  if (!snapshot) return setup.model;
  const { id } = await keepOwnModel(
    await folderOfStep(training, snapshot),
    originOfStep(setup, snapshot.step),
    setup.model,
  );
  return id;
}
