import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { ModelFileError } from './model-file-error.ts';

/** Entries of a zip, folders too: a model's folder has four files, and systems add some of their own. */
export const mostEntries = 64;

/** Bytes handed to the reader at once: what they can unfold to is bounded before it is looked at. */
const slice = 65_536;

/**
 * The files of a zip that are asked for, by their paths in it. It may come from anyone: what it says of sizes is not believed, and a path that
 * leaves the zip's own folder is refused. Reading stops at the first thing that is wrong.
 *
 * @param most bytes that a file may have; null for one that is not wanted, which is not unfolded.
 * @param together bytes of all that are. Throws ModelFileError.
 */
export function unzipped(
  bytes: Uint8Array,
  most: (path: string) => number | null,
  together: number,
): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let entries = 0;
  let started = 0;
  let left = together;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > mostEntries) throw new ModelFileError({ kind: 'too-many-files', most: mostEntries });
    if (leavesFolder(file.name)) throw new ModelFileError({ kind: 'bad-path', path: file.name });
    const own = most(file.name);
    if (own === null) return;
    const limit = Math.min(own, left);
    if (files.has(file.name)) throw new ModelFileError({ kind: 'zip-unreadable' });
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      size += chunk.byteLength;
      if (size > limit) throw new ModelFileError({ kind: 'too-large', name: file.name, most: limit });
      left -= chunk.byteLength;
      chunks.push(chunk);
      if (final) files.set(file.name, joined(chunks, size));
    };
    started += 1;
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.byteLength; at += slice)
      unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.byteLength);
  } catch (error) {
    throw error instanceof ModelFileError ? error : new ModelFileError({ kind: 'zip-unreadable' });
  }
  // One that breaks off in the middle of a file, or is none at all.
  if (entries === 0 || files.size < started) throw new ModelFileError({ kind: 'zip-unreadable' });
  return files;
}

const leavesFolder = (path: string): boolean =>
  /[\\:\0]|^\//.test(path) || path.split('/').some((part) => part === '..' || part === '.');

/** A zip of one folder. The same files give the same bytes, whenever and wherever it is made. */
export function zipped(
  folder: string,
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
): Uint8Array<ArrayBuffer> {
  const paths = Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes] as const);
  // Days of a zip are those of whoever looks at the clock: the parts are the same in each place.
  return zipSync(Object.fromEntries(paths), { level: 6, mtime: new Date(2000, 0, 1) });
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
