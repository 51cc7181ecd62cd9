import type { GpuModel } from './gpu-model.ts';
import type { Doubt, Fit, Gpu, Machine, Misfit } from './machine.ts';
import { fullPrecisionVariant } from './variants.ts';

const mebibyte = 2 ** 20;

/** What WebLLM asks an adapter for. Of the two sizes it asks for the first and, where that is refused, for the second. */
const asked = {
  bufferBytes: [1024 * mebibyte, 256 * mebibyte],
  storageBindingBytes: [1024 * mebibyte, 128 * mebibyte],
  workgroupBytes: 32 * 1024,
  storageBuffers: 10,
} as const;

/** Memory that any computer with a graphics processor has; browsers do not tell how much there is. */
const memoryEverywhere = 3e9;

/**
 * Whether a model can run on a machine, as far as a browser tells.
 *
 * @param models all there are: where another variant would do, it is advised.
 * @param bytesToFetch what is not on this computer yet; null where unknown.
 */
export function fitOf(
  model: GpuModel,
  { gpu, storage }: Machine,
  models: readonly GpuModel[],
  bytesToFetch = model.downloadBytes,
): Fit {
  switch (gpu.kind) {
    case 'no-webgpu':
    case 'no-adapter':
    case 'no-answer':
      return doesNotFit({ kind: gpu.kind });
    case 'adapter':
      return (
        fitOfGpu(model, gpu, models) ??
        fitOfStorage(storage, bytesToFetch) ??
        doubts(model, gpu) ?? { kind: 'fits' }
      );
  }
}

type Adapter = Extract<Gpu, { kind: 'adapter' }>;

function fitOfGpu(model: GpuModel, gpu: Adapter, models: readonly GpuModel[]): Fit | null {
  const missing = model.features.filter((feature) => !gpu.features.includes(feature));
  if (missing.includes('shader-f16')) {
    const full = fullPrecisionVariant(model, models);
    return doesNotFit({ kind: 'no-16-bit', variant: !!full && fitOfGpu(full, gpu, []) === null });
  }
  if (missing.length > 0) return doesNotFit({ kind: 'lacks-features', features: missing });
  const buffer = granted(asked.bufferBytes, gpu.maxBufferBytes);
  const binding = granted(asked.storageBindingBytes, gpu.maxStorageBindingBytes);
  if (
    !buffer ||
    !binding ||
    gpu.maxWorkgroupBytes < asked.workgroupBytes ||
    gpu.maxStorageBuffers < asked.storageBuffers
  ) {
    return doesNotFit({ kind: 'weak-gpu' });
  }
  const largest = Math.min(buffer, binding);
  if (model.largestWeightBytes !== null && model.largestWeightBytes > largest) {
    return doesNotFit({ kind: 'large-weight', bytes: model.largestWeightBytes, most: largest });
  }
  return null;
}

function fitOfStorage(storage: Machine['storage'], bytesToFetch: number | null): Fit | null {
  if (!storage || bytesToFetch === null) return null;
  const free = Math.max(0, storage.quotaBytes - storage.usedBytes);
  if (bytesToFetch <= free) return null;
  return doesNotFit({ kind: 'no-space', bytes: bytesToFetch, free });
}

/** What speaks against a model that is not ruled out. */
function doubts(model: GpuModel, gpu: Adapter): Fit | null {
  if (gpu.software) return unsure({ kind: 'software' });
  if (model.memoryBytes === null) return unsure({ kind: 'memory-unknown' });
  return model.memoryBytes > memoryEverywhere
    ? unsure({ kind: 'much-memory', bytes: model.memoryBytes })
    : null;
}

/** The first of the sizes that the limit allows. */
function granted(sizes: readonly number[], limit: number): number | undefined {
  return sizes.find((size) => size <= limit);
}

const doesNotFit = (why: Misfit): Fit => ({ kind: 'does-not-fit', why });
const unsure = (why: Doubt): Fit => ({ kind: 'unsure', why });
