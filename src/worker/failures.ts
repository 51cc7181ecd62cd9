import { PolicyError, type PolicyErrorCode } from '#policy/policy-error.ts';
import type { Failure } from '#run/events.ts';

/** Characters of a message that are shown and kept: a runtime's own may name a whole file. */
const longest = 2000;

/** An error as the log and messages carry it: the code survives, a bug gets one too. */
export function toFailure(error: unknown): Failure {
  if (error instanceof PolicyError)
    return {
      code: error.code,
      message: error.message.slice(0, longest),
      advice: error.advice.slice(0, longest),
    };
  const message = (error instanceof Error ? error.message : String(error)).slice(0, longest);
  return {
    code: 'bug',
    message: `Something in this page is broken: ${message}`,
    advice: 'Export the run and report it with the file. Reloading the page may help.',
  };
}

/** Back from a message: the code is one a PolicyError was made with on the other side, or `bug`. */
export function fromFailure(failure: Failure): Error {
  if (failure.code === 'bug') return new Error(failure.message);
  return new PolicyError(failure.code as PolicyErrorCode, failure.message, failure.advice);
}

/** Failures after which the model, its copies and the parts of the page are as good as before. */
const harmless = new Set<string>([
  'prompt-too-long',
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
] satisfies (PolicyErrorCode | 'other-weights')[]);

export function leavesAllWell({ code }: Failure): boolean {
  return harmless.has(code);
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
