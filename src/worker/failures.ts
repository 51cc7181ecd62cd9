import type { Failure, FailureCode } from '#run/failure.ts';

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
