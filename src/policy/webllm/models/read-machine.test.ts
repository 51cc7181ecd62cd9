import { describe, expect, it } from 'vitest';
import { type MachineSource, readMachine } from './read-machine.ts';

/** As much of an adapter as browsers agree on. */
const adapter = (info: Partial<GPUAdapterInfo>, features: readonly string[] = []) =>
  ({
    info,
    features: new Set(features),
    limits: {
      maxBufferSize: 4e9,
      maxStorageBufferBindingSize: 2e9,
      maxComputeWorkgroupStorageSize: 32_768,
      maxStorageBuffersPerShaderStage: 10,
    },
  }) as unknown as GPUAdapter;
const gpu = (answer: () => Promise<GPUAdapter | null>): MachineSource => ({
  gpu: { requestAdapter: answer },
});
const named = async (info: Partial<GPUAdapterInfo>) =>
  (await readMachine(gpu(async () => adapter(info)))).gpu;

describe('the machine', () => {
  it('without WebGPU, without an adapter', async () => {
    expect(await readMachine({})).toEqual({ gpu: { kind: 'no-webgpu' }, storage: null });
    expect((await readMachine(gpu(async () => null))).gpu).toEqual({ kind: 'no-adapter' });
    expect((await readMachine(gpu(() => Promise.reject(new Error('lost'))))).gpu).toEqual({
      kind: 'no-adapter',
    });
  });

  it('a browser that never answers is taken at its silence; asked again, it may answer', async () => {
    const silent = gpu(() => new Promise(() => {}));
    expect((await readMachine(silent, 1)).gpu).toEqual({ kind: 'no-answer' });
    const storage = { estimate: () => new Promise<never>(() => {}), persisted: async () => true };
    expect(await readMachine({ storage }, 1)).toEqual({ gpu: { kind: 'no-webgpu' }, storage: null });
    expect(
      (
        await readMachine(
          gpu(async () => adapter({ vendor: 'x' })),
          1,
        )
      ).gpu,
    ).toMatchObject({ name: 'x' });
  });

  it('with an adapter: name, features, limits', async () => {
    const { gpu: read } = await readMachine(
      gpu(async () => adapter({ vendor: 'nvidia', architecture: 'ampere', description: '' }, ['shader-f16'])),
    );
    expect(read).toEqual({
      kind: 'adapter',
      name: 'nvidia ampere',
      software: false,
      features: ['shader-f16'],
      maxBufferBytes: 4e9,
      maxStorageBindingBytes: 2e9,
      maxWorkgroupBytes: 32_768,
      maxStorageBuffers: 10,
    });
  });

  it('knows software by its word or its name', async () => {
    expect(await named({ vendor: 'google', architecture: 'swiftshader' })).toMatchObject({ software: true });
    expect(await named({ description: 'llvmpipe (LLVM 19.1, 256 bits)' })).toMatchObject({ software: true });
    expect(await named({ description: 'Microsoft Basic Render Driver' })).toMatchObject({ software: true });
    expect(await named({ vendor: 'x', isFallbackAdapter: true })).toMatchObject({ software: true });
    expect(await named({ vendor: 'apple', architecture: 'metal-3' })).toMatchObject({ software: false });
    expect(await named({})).toMatchObject({ name: 'unnamed' });
  });

  it('storage: as told, or unknown', async () => {
    const storage = { estimate: async () => ({ quota: 100, usage: 40 }), persisted: async () => true };
    expect((await readMachine({ storage })).storage).toEqual({
      quotaBytes: 100,
      usedBytes: 40,
      persisted: true,
    });
    expect((await readMachine({ storage: { ...storage, estimate: async () => ({}) } })).storage).toBeNull();
    expect(
      (
        await readMachine({
          storage: { ...storage, estimate: () => Promise.reject(new TypeError('private')) },
        })
      ).storage,
    ).toBeNull();
  });
});
