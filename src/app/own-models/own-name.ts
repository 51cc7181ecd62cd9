import { readManifest } from '#policy/model-files/model-folder.ts';
import { modelFacts } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { ownModelWords } from '#words/en/own-models.ts';
import type { OwnRecord } from './own-record.ts';

/** As the person calls it; else how it was made here, or what its file says. */
export function nameOfOwn({ given, origin, manifest }: OwnRecord): string {
  if (given !== null) return given;
  if (origin.kind === 'trained') return ownModelWords.trainedName(baseOf(origin), origin.steps);
  return readManifest(new TextEncoder().encode(manifest), 'manifest.json').name;
}

/** What there is to say of it in a sentence. */
export function aboutOwn({ origin, manifest }: OwnRecord): string {
  if (origin.kind === 'trained') return ownModelWords.trained(baseOf(origin), origin.steps);
  const { learnt } = readManifest(new TextEncoder().encode(manifest), 'manifest.json');
  return learnt ? ownModelWords.fromFileLearnt : ownModelWords.fromFile;
}

/** The model that it started from: as it is called here and now, where it is here. */
function baseOf({ base, baseName }: Extract<OwnRecord['origin'], { kind: 'trained' }>): string {
  const known = modelFacts(base);
  return known.engine === 'embedded' && known.parameters !== null ? spokenName(base) : baseName;
}
