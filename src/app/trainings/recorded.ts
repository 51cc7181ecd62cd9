import type { TrainingFile } from './training-file.ts';
import { readTrainingFile } from './training-file.ts';

export type RecordedTraining = Omit<TrainingFile, 'kept'>;

/** The training that plays on a first visit; null where the site has none. It is a file like any other, and read as carefully. */
export async function loadRecordedTraining(): Promise<RecordedTraining | null> {
  const response = await fetch(new URL('recorded/training.json.gz', document.baseURI));
  if (!response.ok) return null;
  return readTrainingFile(await response.blob());
}
