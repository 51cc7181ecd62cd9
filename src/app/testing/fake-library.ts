import { PolicyError } from '#policy/policy-error.ts';
import { abilitiesByKind } from '#policy/webllm/models/gpu-abilities.ts';
import type {
  CustomModel,
  DownloadProgress,
  Gpu,
  GpuModel,
  Library,
  LibraryModel,
  LibraryReport,
  Machine,
  Stored,
} from '#worker/library.ts';

/** A library that a test can look into, with models nobody has to fetch. */
export interface FakeLibrary extends Library {
  readonly custom: readonly CustomModel[];
  /** Models whose download was asked for. */
  readonly asked: readonly string[];
  machine: Machine;
  /** Brings the download under way this far, in bytes; all of it ends it. */
  arrive(bytes: number): Promise<void>;
  failNext(error: Error): void;
}

export const goodGpu: Gpu = {
  kind: 'adapter',
  name: 'nvidia ada-lovelace',
  software: false,
  features: ['shader-f16'],
  maxBufferBytes: 2 ** 32,
  maxStorageBindingBytes: 2 ** 31,
  maxWorkgroupBytes: 32_768,
  maxStorageBuffers: 10,
};

export const fakeSize = 400_000_000;

function fakeModel(id: string, change: Partial<GpuModel> = {}): GpuModel {
  const { kind = 'reasoning' } = change;
  const quantisation = /q\d+f\d+(_\d)?/.exec(id)?.[0] ?? 'q4f16_1';
  return {
    ...abilitiesByKind[kind],
    engine: 'gpu',
    id,
    name: id.replace(/-q.*/, '').replaceAll('-', ' '),
    kind,
    parameters: 0.6e9,
    quantisation,
    downloadBytes: fakeSize,
    memoryBytes: 1_400_000_000,
    largestWeightBytes: null,
    context: 4096,
    features: quantisation.includes('f16') ? ['shader-f16'] : [],
    origin: 'webllm',
    source: {
      weights: 'https://models.test/weights/',
      library: 'https://models.test/library.wasm',
      overrides: {},
    },
    ...change,
  };
}

export function fakeLibrary(): FakeLibrary {
  let custom: readonly CustomModel[] = [];
  let failure: Error | null = null;
  let landing: {
    readonly id: string;
    readonly onProgress: (progress: DownloadProgress) => void;
    readonly resolve: () => void;
  } | null = null;
  const asked: string[] = [];
  const stored = new Map<string, Stored>();
  const listed = [
    fakeModel('Qwen3-0.6B-q4f16_1-MLC'),
    fakeModel('Qwen3-0.6B-q4f32_1-MLC'),
    fakeModel('Qwen3-8B-q4f16_1-MLC', { parameters: 8e9 }),
    fakeModel('SmolLM2-360M-Instruct-q4f32_1-MLC', { kind: 'instruct', parameters: 0.36e9 }),
  ];
  const storedOf = (id: string): Stored => stored.get(id) ?? { kind: 'none' };
  function throwPlanned(): void {
    const error = failure;
    failure = null;
    if (error) throw error;
  }
  const library: FakeLibrary = {
    machine: { gpu: goodGpu, storage: { quotaBytes: 60e9, usedBytes: 1e6, persisted: true } },
    get custom() {
      return custom;
    },
    asked,
    failNext: (error) => {
      failure = error;
    },
    async report(): Promise<LibraryReport> {
      throwPlanned();
      const models = [
        ...listed,
        ...custom.map((one) => fakeModel(one.id, { origin: 'custom', name: one.id })),
      ];
      const fit: LibraryModel['fit'] =
        library.machine.gpu.kind === 'adapter'
          ? { kind: 'fits' }
          : { kind: 'does-not-fit', why: { kind: 'no-webgpu' } };
      return {
        machine: library.machine,
        models: models.map((model) => ({
          model,
          fit,
          stored: storedOf(model.id),
          recommended: !model.id.includes('f32') || model.kind === 'instruct',
        })),
      };
    },
    async size(id) {
      throwPlanned();
      const here = storedOf(id);
      return { totalBytes: fakeSize, storedBytes: here.kind === 'none' ? 0 : here.bytes };
    },
    async download(id, onProgress, signal) {
      throwPlanned();
      asked.push(id);
      await new Promise<void>((resolve, reject) => {
        landing = { id, onProgress, resolve };
        signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
      });
    },
    async remove(id) {
      throwPlanned();
      stored.delete(id);
    },
    async setCustom(models) {
      throwPlanned();
      if (models.some(({ id }) => id === 'bad'))
        throw new PolicyError({
          code: 'custom-model-invalid',
          why: { kind: 'field', field: null, must: 'other' },
        });
      custom = models;
    },
    async arrive(bytes) {
      if (!landing) throw new Error('nothing is being downloaded');
      const all = bytes >= fakeSize;
      stored.set(landing.id, { kind: all ? 'all' : 'part', bytes });
      landing.onProgress({
        model: landing.id,
        phase: all ? 'done' : 'fetching',
        bytes,
        totalBytes: fakeSize,
        rate: 1e6,
      });
      if (all) landing.resolve();
    },
  };
  return library;
}
