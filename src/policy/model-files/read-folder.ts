import type { Manifest } from '../embedded/manifest.ts';
import { toFailure } from '../policy-error.ts';
import { ModelFileError } from './model-file-error.ts';
import { checkModel, folderFiles } from './model-folder.ts';

/** A model's folder as bytes, as it was made or opened. */
export interface ModelFolder {
  readonly manifest: Uint8Array<ArrayBuffer>;
  readonly weights: Uint8Array<ArrayBuffer>;
  /** The text of curve.json. */
  readonly curve?: string;
  /** The text of README.md. */
  readonly card?: string;
}

export interface CheckedModel {
  readonly folder: ModelFolder;
  readonly manifest: Manifest;
}

/** Bytes: the largest model that ships has 13 million, most have one. */
export const mostBytes = {
  zip: 80_000_000,
  weights: 64_000_000,
  manifest: 1_000_000,
  text: 200_000,
} as const;

/** How many bytes a file of this path may have; null for what is no part of a model. */
function limitOf(path: string): number | null {
  const name = nameOf(path);
  if (path.startsWith('__MACOSX/')) return null;
  if (name === folderFiles.manifest) return mostBytes.manifest;
  if (name === folderFiles.curve || name === folderFiles.card) return mostBytes.text;
  return name === folderFiles.weights ? mostBytes.weights : null;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * Reads the files that a person chose or dropped: one zip of a model's folder, or the folder's files. They may come from anyone, and are
 * checked as they are checked when the model is opened. Rejects with ModelFileError.
 */
export async function readModelFolder(chosen: readonly File[]): Promise<CheckedModel> {
  const [first] = chosen;
  return first && chosen.length === 1 && !first.name.endsWith('.json') && !first.name.endsWith('.bin')
    ? fromFiles(await fromZip(first))
    : fromFiles(await fromSeveral(chosen));
}

async function fromZip(file: File) {
  if (file.size > mostBytes.zip)
    throw new ModelFileError({ kind: 'too-large', name: file.name, most: mostBytes.zip });
  const { unzipped } = await import('./zip.ts');
  return unzipped(new Uint8Array(await file.arrayBuffer()), limitOf, mostBytes.zip);
}

async function fromSeveral(chosen: readonly File[]) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of chosen) {
    const most = limitOf(file.name);
    if (most === null) continue;
    if (file.size > most) throw new ModelFileError({ kind: 'too-large', name: file.name, most });
    files.set(file.name, new Uint8Array(await file.arrayBuffer()));
  }
  return files;
}

async function fromFiles(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<CheckedModel> {
  const manifests = [...files.keys()].filter((path) => nameOf(path) === folderFiles.manifest);
  const [path] = manifests;
  const manifest = path === undefined ? undefined : files.get(path);
  if (path === undefined || !manifest) throw new ModelFileError({ kind: 'no-manifest' });
  if (manifests.length > 1) throw new ModelFileError({ kind: 'several' });
  const beside = (name: string) => files.get(folderOf(path) + name);
  const text = (name: string) => {
    const bytes = beside(name);
    return bytes && new TextDecoder().decode(bytes);
  };
  const [curve, card] = [text(folderFiles.curve), text(folderFiles.card)];
  const weights = beside(folderFiles.weights);
  if (!weights) throw new ModelFileError({ kind: 'no-weights' });
  return checkFolder({
    manifest,
    weights,
    ...(curve === undefined ? {} : { curve }),
    ...(card === undefined ? {} : { card }),
  });
}

/** Checks a folder as its files are checked when the model is opened. Rejects with ModelFileError. */
export async function checkFolder(folder: ModelFolder): Promise<CheckedModel> {
  try {
    const manifest = await checkModel(folder.manifest, folder.weights, folderFiles.manifest);
    if (manifest.files.weights.path !== folderFiles.weights) throw new ModelFileError({ kind: 'no-weights' });
    return { manifest, folder };
  } catch (error) {
    if (error instanceof ModelFileError) throw error;
    throw new ModelFileError({ kind: 'damaged', failure: toFailure(error) }, { cause: error });
  }
}
