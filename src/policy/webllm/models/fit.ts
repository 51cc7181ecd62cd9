import { bytesInWords } from './bytes-in-words.ts';
import type { GpuModel } from './gpu-model.ts';
import type { Fit, Gpu, Machine } from './machine.ts';
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
      return doesNotFit(
        'This browser does not offer WebGPU to this page.',
        'Open the page over https (or from localhost) in a current Chrome, Edge, Safari or Firefox.',
      );
    case 'no-adapter':
      return doesNotFit(
        'WebGPU finds no graphics processor that it can use.',
        "Turn on hardware acceleration in the browser's settings, update the graphics driver, or try another browser.",
      );
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
    const advice =
      full && fitOfGpu(full, gpu, []) === null
        ? 'Take the f32 variant of this model.'
        : 'Take another model that computes in 32 bits (f32).';
    return doesNotFit('This graphics processor does not compute with 16-bit numbers (shader-f16).', advice);
  }
  if (missing.length > 0)
    return doesNotFit(`This graphics processor lacks ${missing.join(' and ')}.`, 'Take another model.');
  const buffer = granted(asked.bufferBytes, gpu.maxBufferBytes);
  const binding = granted(asked.storageBindingBytes, gpu.maxStorageBindingBytes);
  if (
    !buffer ||
    !binding ||
    gpu.maxWorkgroupBytes < asked.workgroupBytes ||
    gpu.maxStorageBuffers < asked.storageBuffers
  ) {
    return doesNotFit(
      'This graphics processor offers less than WebLLM needs for any model.',
      'Update the browser and the graphics driver, or use another machine.',
    );
  }
  const largest = Math.min(buffer, binding);
  if (model.largestWeightBytes !== null && model.largestWeightBytes > largest) {
    return doesNotFit(
      `Its largest piece has ${bytesInWords(model.largestWeightBytes)}; WebLLM can use ${bytesInWords(largest)} at once on this graphics processor.`,
      'Take a smaller model, or a variant with 4-bit weights (q4).',
    );
  }
  return null;
}

function fitOfStorage(storage: Machine['storage'], bytesToFetch: number | null): Fit | null {
  if (!storage || bytesToFetch === null) return null;
  const free = Math.max(0, storage.quotaBytes - storage.usedBytes);
  if (bytesToFetch <= free) return null;
  return doesNotFit(
    `It needs ${bytesInWords(bytesToFetch)} on this computer; the browser gives this page ${bytesInWords(free)} more.`,
    'Free space on the disk, or remove a downloaded model. A private window gives less than an ordinary one.',
  );
}

/** What speaks against a model that is not ruled out. */
function doubts(model: GpuModel, gpu: Adapter): Fit | null {
  if (gpu.software)
    return unsure(
      'The browser computes this on the processor, without a graphics processor: right, but hundreds of times slower.',
    );
  if (model.memoryBytes === null) return unsure('Nobody has said how much graphics memory it needs.');
  if (model.memoryBytes > memoryEverywhere)
    return unsure(
      `It needs about ${bytesInWords(model.memoryBytes)} of graphics memory; browsers do not tell how much there is.`,
    );
  return null;
}

/** The first of the sizes that the limit allows. */
function granted(sizes: readonly number[], limit: number): number | undefined {
  return sizes.find((size) => size <= limit);
}

const doesNotFit = (why: string, advice: string): Fit => ({ kind: 'does-not-fit', why, advice });
const unsure = (why: string): Fit => ({ kind: 'unsure', why });
