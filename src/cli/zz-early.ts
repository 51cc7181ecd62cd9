import { readFrom, readKernel } from '../policy/embedded/node.ts';
import { openEmbedded } from '../policy/embedded/open.ts';
import { createRuntimeModel } from '../policy/runtime/runtime-model.ts';
export async function openEarly() {
  const parts = await openEmbedded({ id: 'puzzles', fetchFile: readFrom(new URL('file:///tmp/pm/')), wasm: await readKernel() });
  return createRuntimeModel({ ...parts, now: () => performance.now() / 1000, breathe: () => new Promise((resolve) => setImmediate(resolve)) });
}
