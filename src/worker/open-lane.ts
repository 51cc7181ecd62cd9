import { type FetchFile, openEmbedded } from '#policy/embedded/open.ts';
import { Trainer } from '#policy/embedded/trainer/trainer.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import type { ModelStamp } from '#run/events.ts';
import type { Lane } from '#train/lane.ts';
import { createLane } from '#train/learning-lane.ts';

/** What a thread needs to open a lane of its own. */
export interface LaneSource {
  /** The model's folder. */
  readonly id: string;
  readonly fetchFile: FetchFile;
  readonly kernel: WebAssembly.Module | BufferSource;
  readonly trainerKernel: WebAssembly.Module | BufferSource;
  /** Resolves in a later macrotask, so that a message is received while it works. */
  readonly breathe: () => Promise<void>;
}

/** A lane and the model that it begins with. */
export interface OpenedLane {
  readonly lane: Lane;
  readonly model: ModelStamp;
}

/** A step's traces, all in flight together. */
const slots = 128;

/**
 * Opens a lane on an embedded model: a trainer, and a sampler that takes its weights after each step. Rejects with PolicyError
 * `model-not-found`, `model-damaged` or `kernel-failed`.
 */
export async function openLane({
  id,
  fetchFile,
  kernel,
  trainerKernel,
  breathe,
}: LaneSource): Promise<OpenedLane> {
  const { engine: sampler, codec, info } = await openEmbedded({ id, fetchFile, wasm: kernel, slots });
  const engine = await Trainer.open({ id, fetchFile, wasm: trainerKernel });
  const now = () => performance.now() / 1000;
  const model = createRuntimeModel({ engine: sampler, codec, info, now, breathe });
  const replace = (weights: Uint8Array) => sampler.replaceWeights(weights);
  const { name, weightsSha256 } = info;
  return { lane: createLane({ engine, model, replace }), model: { id, name, weightsSha256 } };
}
