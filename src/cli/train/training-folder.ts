import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrom } from '#policy/embedded/node.ts';
import { foldTraining, learningCurve } from '#train/curves.ts';
import type { TrainingEntry } from '#train/events.ts';
import { trainingLogHeader, trainingLogLine } from '#train/log-file.ts';
import { trainedManifest } from '#train/trained-model.ts';
import { trainCommandWords } from '#words/en/train-commands.ts';
import { UsageError } from '../usage-error.ts';

/** A folder that a training is kept in: its log as it grows, and the model at its end. */
export interface TrainingFolder {
  readonly add: (entry: TrainingEntry) => void;
  /** @param link the training that makes the same model again. */
  readonly keepModel: (log: readonly TrainingEntry[], weights: Uint8Array, link: string) => Promise<void>;
}

/** Throws UsageError where the folder is there already. */
export async function openTrainingFolder(path: string): Promise<TrainingFolder> {
  const made = await mkdir(path, { recursive: true });
  if (made === undefined) throw new UsageError(trainCommandWords.folderThere(path));
  const file = join(path, 'log.jsonl');
  appendFileSync(file, trainingLogHeader);
  return {
    add: (entry) => appendFileSync(file, trainingLogLine(entry)),
    async keepModel(log, weights, link) {
      const state = foldTraining(log);
      if (!state) return;
      const { setup, step, model, heldOut } = state;
      const source = new TextDecoder().decode(await readFrom()(`${setup.model}/manifest.json`));
      const [name, description] = [
        trainCommandWords.name({ model: model.name, step }),
        trainCommandWords.description[setup.method.kind],
      ];
      const sha256 = createHash('sha256').update(weights).digest('hex');
      const last = heldOut.at(-1);
      const measured = last?.step === step ? last : null;
      const curve = learningCurve(state, description);
      const card = { name, link, right: measured?.right ?? null, of: measured?.of ?? 0 };
      const folder = join(path, 'model');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'weights.bin'), weights);
      await writeFile(
        join(folder, 'manifest.json'),
        trainedManifest(source, { setup, sha256, bytes: weights.byteLength, name, description }),
      );
      await writeFile(join(folder, 'README.md'), `${trainCommandWords.card(card)}\n`);
      if (curve) await writeFile(join(folder, 'curve.json'), `${JSON.stringify(curve)}\n`);
    },
  };
}
