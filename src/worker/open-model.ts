import { openEmbedded } from '#policy/embedded/open.ts';
import { createRuntimeModel, type RuntimeModel } from '#policy/runtime/runtime-model.ts';
import { breathe } from './breathe.ts';
import type { ModelFileReader } from './model-files.ts';

/** What a worker needs to open its own copy of a model; crosses a message as it is. */
export interface ModelParts {
  readonly id: string;
  readonly files: ModelFileReader;
  readonly kernel: WebAssembly.Module;
}

/** Opens a copy of an embedded model in this worker, behind the batching runtime. */
export async function openModel({ id, files, kernel }: ModelParts): Promise<RuntimeModel> {
  const fetchFile = (path: string) => {
    const file = files.get(path);
    return file ? Promise.resolve(file) : Promise.reject(new Error(`${path} was not handed over`));
  };
  const { engine, codec, info } = await openEmbedded({ id, fetchFile, wasm: kernel });
  return createRuntimeModel({ engine, codec, info, now: () => performance.now() / 1000, breathe });
}
