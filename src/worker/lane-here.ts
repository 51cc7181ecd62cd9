import type { Lane } from '#train/lane.ts';
import { breathe } from './breathe.ts';
import type { ModelFileReader } from './model-files.ts';
import { type OpenedLane, openLane } from './open-lane.ts';

/** What a worker needs to open a lane of its own; crosses a message as it is. */
export interface LaneFiles {
  /** The model's folder. */
  readonly id: string;
  readonly files: ModelFileReader;
  readonly kernel: WebAssembly.Module;
  readonly trainerKernel: WebAssembly.Module;
}

/** Opens a lane in this worker. Rejects as `openLane` does. */
export async function openWorkerLane({ id, files, kernel, trainerKernel }: LaneFiles): Promise<OpenedLane> {
  const fetchFile = (path: string) => {
    const file = files.get(path);
    return file ? Promise.resolve(file) : Promise.reject(new Error(`${path} was not handed over`));
  };
  const { lane, model } = await openLane({ id, fetchFile, kernel, trainerKernel, breathe });
  return { lane: inSlices(lane), model };
}

/** Sequences that are read at once: long enough for full speed, short enough that a message is answered soon. */
const readAtOnce = 16;

/** The same lane with its long calls cut into slices, so that messages are answered between them, and a page has its turn. */
function inSlices(lane: Lane): Lane {
  return {
    ...lane,
    async logs(sequences, wish) {
      const all = [];
      for (let at = 0; at < sequences.length; at += readAtOnce) {
        all.push(...(await lane.logs(sequences.slice(at, at + readAtOnce), wish)));
        await breathe();
      }
      return all;
    },
    async gradients(shards, rule) {
      const all = [];
      for (const shard of shards) {
        all.push(...(await lane.gradients([shard], rule)));
        await breathe();
      }
      return all;
    },
  };
}
