import type { Failure, FailureCode } from '#run/failure.ts';
import type { Death } from './calls/client.ts';

/** Failures after which the model, its copies and the parts of the page are as good as before. */
const harmless: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'prompt-too-long',
  'example-too-long',
  'unknown-token',
  'unsupported',
  'out-of-slots',
  'not-downloaded',
  'no-space',
  'no-webgpu',
  'no-adapter',
  'gpu-too-small',
  'library-mismatch',
  'custom-model-invalid',
  'other-weights',
  'server-failed',
]);

export function leavesAllWell({ code }: Failure): boolean {
  return harmless.has(code);
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * What it means that a worker died.
 *
 * @param heard whether anything had come from it: its script may be what did not come.
 */
export function failureOfDeath(death: Death, heard: boolean): Failure {
  switch (death.kind) {
    case 'not-fetched':
      return { code: 'part-missing', part: 'kernel' };
    case 'crashed':
      return { code: 'worker-crashed', silent: false };
    case 'silent':
      return heard ? { code: 'worker-crashed', silent: true } : { code: 'part-missing', part: 'kernel' };
    case 'broken':
      return death.failure;
  }
}
