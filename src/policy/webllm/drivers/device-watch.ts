import type { PolicyError } from '#policy/policy-error.ts';
import { deviceLost, outOfGpuMemory, toGpuError } from './gpu-errors.ts';

/** A graphics processor as a model holds it. */
export interface Device {
  /** Resolves once the device is lost, with what to tell the person. Never rejects. */
  readonly lost: Promise<PolicyError>;
  /**
   * How often it has refused a command so far, as one that binds more than it can. Such a command is left out without
   * anybody being told, and what comes after it computes with whatever was there.
   */
  refusals(): number;
  /** Gives back all its memory; `lost` resolves. */
  destroy(): void;
}

/** The part of GPUDevice that is watched. */
type Watched = Pick<GPUDevice, 'lost' | 'destroy' | 'popErrorScope' | 'addEventListener'>;
/** The part of GPUAdapter's prototype that is wrapped. */
interface Adapters {
  requestDevice: (descriptor?: GPUDeviceDescriptor) => Promise<Watched>;
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
  const request = adapters.requestDevice;
  adapters.requestDevice = async function (this: Adapters, descriptor) {
    const device = await request.call(this, descriptor);
    latest = watch(device);
    return device;
  };
  return () => latest;
}

/** Milliseconds that a loss of the device is waited for after an error, which it may be the cause of. */
const patience = 100;

/** Failures that may be no more than what a lost device brings about. */
const vague: readonly PolicyError['code'][] = ['kernel-failed', 'device-lost', 'library-mismatch'];

/** What WebLLM or WebGPU threw, in words; where the device was lost, that is told instead. */
export async function explainLoss(error: unknown, device: Pick<Device, 'lost'> | null): Promise<PolicyError> {
  const own = toGpuError(error);
  if (device === null || !vague.includes(own.code)) return own;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<PolicyError>((resolve) => (timer = setTimeout(() => resolve(own), patience)));
  const cause = await Promise.race([device.lost, waited]);
  clearTimeout(timer);
  return cause;
}

function watch(device: Watched): Device {
  let memoryError: GPUError | null = null;
  let refusals = 0;
  device.addEventListener('uncapturederror', () => {
    refusals += 1;
  });
  const pop = device.popErrorScope.bind(device);
  device.popErrorScope = async () => {
    const error = await pop();
    if (error?.constructor.name === 'GPUOutOfMemoryError') memoryError = error;
    return error;
  };
  return {
    lost: device.lost.then((info) => (memoryError ? outOfGpuMemory(memoryError) : deviceLost(info))),
    refusals: () => refusals,
    destroy: () => device.destroy(),
  };
}
