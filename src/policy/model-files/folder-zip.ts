import { folderFiles, readManifest } from './model-folder.ts';
import type { ModelFolder } from './read-folder.ts';
import { zipped } from './zip.ts';

/** A model's folder as a zip that `readModelFolder` reads: unpacked into public/models it is a model that ships. */
export function folderZip({ manifest, weights, curve, card }: ModelFolder): {
  readonly name: string;
  readonly content: Blob;
} {
  const { id } = readManifest(manifest, folderFiles.manifest);
  const text = new TextEncoder();
  const zip = zipped(id, {
    [folderFiles.manifest]: manifest,
    [folderFiles.weights]: weights,
    ...(curve === undefined ? {} : { [folderFiles.curve]: text.encode(curve) }),
    ...(card === undefined ? {} : { [folderFiles.card]: text.encode(card) }),
  });
  return { name: `${id}.zip`, content: new Blob([zip], { type: 'application/zip' }) };
}
