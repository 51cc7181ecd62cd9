import { readBuilt, readFrom } from '../node.ts';
import { Trainer } from './trainer.ts';

/** The compiled module that trains. Rejects with PolicyError `kernel-failed` if it has not been built. */
export async function readTrainerKernel(): Promise<Uint8Array<ArrayBuffer>> {
  return readBuilt(new URL('./kernel/build/trainer.wasm', import.meta.url));
}

/** Opens a model of `public/models` to train it. See `Trainer.open` for errors. */
export async function trainInNode(id: string, options: { readonly rows?: number } = {}): Promise<Trainer> {
  return Trainer.open({ id, fetchFile: readFrom(), wasm: await readTrainerKernel(), ...options });
}
