import { describe, expect, it } from 'vitest';
import { watchDevices } from './device-watch.ts';

class GPUOutOfMemoryError {
  readonly message = 'Not enough memory left.';
}

function setUp(error: GPUError | null) {
  let lose: (info: GPUDeviceLostInfo) => void = () => {};
  let refuse = () => {};
  let destroyed = 0;
  class Adapter {
    requestDevice() {
      return Promise.resolve({
        lost: new Promise<GPUDeviceLostInfo>((resolve) => (lose = resolve)),
        popErrorScope: () => Promise.resolve(error),
        addEventListener: (_: string, heard: () => void) => (refuse = heard),
        destroy: () => {
          destroyed += 1;
        },
      } as unknown as GPUDevice);
    }
  }
  const latest = watchDevices(Adapter.prototype);
  return {
    adapter: new Adapter(),
    latest,
    lose: () => lose({ reason: 'destroyed', message: '' } as never),
    refuse: () => refuse(),
    destroyed: () => destroyed,
  };
}

describe('a watched device', () => {
  it('tells that it was lost', async () => {
    const { adapter, latest, lose } = setUp(null);
    expect(latest()).toBeNull();
    const device = await adapter.requestDevice();
    expect(await device.popErrorScope()).toBeNull();
    lose();
    expect(await latest()?.lost).toMatchObject({ code: 'device-lost' });
  });

  it('tells that memory was the cause, and hands the error on', async () => {
    const error = new GPUOutOfMemoryError();
    const { adapter, latest, lose } = setUp(error);
    const device = await adapter.requestDevice();
    expect(await device.popErrorScope()).toBe(error);
    lose();
    expect(await latest()?.lost).toMatchObject({ code: 'out-of-memory', cause: error });
  });

  it('counts what it refuses', async () => {
    const { adapter, latest, refuse } = setUp(null);
    await adapter.requestDevice();
    refuse();
    refuse();
    expect(latest()?.refusals()).toBe(2);
  });

  it('can be given back', async () => {
    const { adapter, latest, destroyed } = setUp(null);
    await adapter.requestDevice();
    latest()?.destroy();
    expect(destroyed()).toBe(1);
  });
});
