import { readFile } from 'node:fs/promises';
import { PolicyError } from '../policy-error.ts';
import type { EngineLimits } from './engine.ts';
import { openEmbedded, type OpenedEmbeddedModel, type FetchFile } from './open.ts';

const shipped = new URL('../../../public/models/', import.meta.url);

/** The compiled kernel. Rejects with PolicyError `kernel-failed` if it has not been built. */
export async function readKernel(): Promise<Uint8Array<ArrayBuffer>> {
  return readBuilt(new URL('./kernel/build/kernel.wasm', import.meta.url));
}

/** A module that has been compiled. Rejects with PolicyError `kernel-failed` if it has not been built. */
export async function readBuilt(wasm: URL): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(wasm));
  } catch (cause) {
    throw new PolicyError({ code: 'kernel-failed', why: { kind: 'not-built' } }, { cause });
  }
}

/** @param folder a file: URL ending in a slash; default: the models that ship with the project. */
export function readFrom(folder: URL = shipped): FetchFile {
  return async (path) => new Uint8Array(await readFile(new URL(path, folder)));
}

/** Opens a model from disk: for tests, the command line and the bench. See `openEmbedded` for errors. */
export async function openInNode(
  id: string,
  limits: Partial<EngineLimits> = {},
): Promise<OpenedEmbeddedModel> {
  return openEmbedded({ id, fetchFile: readFrom(), wasm: await readKernel(), ...limits });
}
