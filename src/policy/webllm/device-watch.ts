import type { PolicyError } from '../policy-error.ts';
import { deviceLost, outOfGpuMemory } from './gpu-errors.ts';

/** A graphics processor as a model holds it. */
export interface Device {
  /** Resolves once the device is lost, with what to tell the person. Never rejects. */
  readonly lost: Promise<PolicyError>;
  /** Gives back all its memory; `lost` resolves. */
  destroy(): void;
}

/** The part of GPUDevice that is watched. */
type Watched = Pick<GPUDevice, 'lost' | 'destroy' | 'popErrorScope'>;
/** The part of GPUAdapter's prototype that is wrapped. */
interface Adapters {
  requestDevice(descriptor?: GPUDeviceDescriptor): Promise<Watched>;
}

/**
 * Learns of every device that is asked for from now on, WebLLM's among them, which it does not hand out.
 *
 * Where memory runs out WebLLM destroys the device itself, after it has asked for the error; so the error is looked at
 * as it passes by, or nothing would tell this loss from any other.
 *
 * @param adapters the prototype of GPUAdapter, this worker's own.
 * @returns the latest device; null before there is one.
 */
export function watchDevices(adapters: Adapters): () => Device | null {
  let latest: Device | null = null;
  // oxlint-disable-next-line typescript/unbound-method -- it is called on its adapter below
  const { requestDevice } = adapters;
  adapters.requestDevice = async function (this: Adapters, descriptor) {
    const device = await requestDevice.call(this, descriptor);
    latest = watch(device);
    return device;
  };
  return () => latest;
}

function watch(device: Watched): Device {
  let memoryError: GPUError | null = null;
  const pop = device.popErrorScope.bind(device);
  device.popErrorScope = async () => {
    const error = await pop();
    if (error?.constructor.name === 'GPUOutOfMemoryError') memoryError = error;
    return error;
  };
  return {
    lost: device.lost.then((info) => (memoryError ? outOfGpuMemory(memoryError) : deviceLost(info))),
    destroy: () => device.destroy(),
  };
}
