import type { TrainingPreset } from '#train/presets.ts';
import { usualPreset } from './presets.ts';
import type { TrainingFile } from './training-file.ts';
import { readTrainingFile } from './training-file.ts';

export type RecordedTraining = Omit<TrainingFile, 'kept'>;

/** Files of `recorded/`, by what was trained. */
const recordings: Readonly<Partial<Record<TrainingPreset, string>>> = {
  zero: 'training',
  'any-number': 'training-any-number',
  waits: 'training-waits',
};

/** The preset whose recording is shown beside a choice of one: its own where there is one. */
export const recordedPreset = (chosen: TrainingPreset | null): TrainingPreset =>
  chosen !== null && recordings[chosen] !== undefined ? chosen : usualPreset;

/** A training that plays at once; null where the site has none. It is a file like any other, and read as carefully. */
export async function loadRecordedTraining(preset: TrainingPreset): Promise<RecordedTraining | null> {
  const response = await fetch(new URL(`recorded/${recordings[preset]}.json.gz`, document.baseURI));
  if (!response.ok) return null;
  return readTrainingFile(await response.blob());
}
