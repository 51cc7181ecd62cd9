import { inTime } from './in-time.ts';
import type { Gpu, Machine } from './machine.ts';

/** The parts of `navigator` that tell about a machine; the same on a page and in a worker. */
export interface MachineSource {
  readonly gpu?: Pick<GPU, 'requestAdapter'> | undefined;
  readonly storage?: Pick<StorageManager, 'estimate' | 'persisted'> | undefined;
}

/** Milliseconds that a browser has to answer. The first question starts the graphics driver, which may take seconds. */
const patience = 10_000;

/** Reads what the browser tells. Never rejects, and ends: what it refuses to tell, or leaves open, is unknown. */
export async function readMachine(source: MachineSource, milliseconds = patience): Promise<Machine> {
  const [gpu, storage] = await Promise.all([
    inTime(readGpu(source.gpu), milliseconds, { kind: 'no-answer' } as const),
    inTime(readStorage(source.storage), milliseconds, null),
  ]);
  return { gpu, storage };
}

async function readGpu(gpu: MachineSource['gpu']): Promise<Gpu> {
  if (!gpu) return { kind: 'no-webgpu' };
  try {
    // As WebLLM asks for it.
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return { kind: 'no-adapter' };
    const { info, limits } = adapter;
    return {
      kind: 'adapter',
      name: [info.vendor, info.architecture, info.description].filter(Boolean).join(' ') || 'unnamed',
      software: isSoftware(adapter),
      features: [...adapter.features],
      maxBufferBytes: limits.maxBufferSize,
      maxStorageBindingBytes: limits.maxStorageBufferBindingSize,
      maxWorkgroupBytes: limits.maxComputeWorkgroupStorageSize,
      maxStorageBuffers: limits.maxStorageBuffersPerShaderStage,
    };
  } catch {
    return { kind: 'no-adapter' };
  }
}

/** Browsers say so in different ways, some only by the name of the rasteriser. */
function isSoftware(adapter: GPUAdapter): boolean {
  const { info } = adapter;
  const fallback =
    info.isFallbackAdapter || ('isFallbackAdapter' in adapter && adapter.isFallbackAdapter === true);
  return (
    fallback ||
    /swiftshader|llvmpipe|lavapipe|basic render/i.test(
      `${info.vendor} ${info.architecture} ${info.device} ${info.description}`,
    )
  );
}

async function readStorage(storage: MachineSource['storage']): Promise<Machine['storage']> {
  try {
    const [estimate, persisted] = await Promise.all([storage?.estimate(), storage?.persisted?.() ?? false]);
    if (estimate?.quota === undefined) return null;
    return { quotaBytes: estimate.quota, usedBytes: estimate.usage ?? 0, persisted };
  } catch {
    return null;
  }
}
