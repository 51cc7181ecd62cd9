import type { Failure, FailureCode } from '#run/failure.ts';

/** What a person can do about a failure, with a button for each. */
export type Help =
  | 'run-again'
  | 'download'
  | 'choose-model'
  | 'full-precision'
  | 'embedded-model'
  | 'reload-page';

const helps = {
  'model-not-found': ['run-again', 'choose-model'],
  'model-damaged': ['run-again', 'choose-model'],
  'kernel-failed': ['run-again', 'reload-page'],
  'part-missing': ['run-again', 'reload-page'],
  'new-version': ['reload-page'],
  unsupported: ['choose-model'],
  'unknown-token': ['choose-model'],
  'prompt-too-long': ['choose-model'],
  'example-too-long': ['choose-model'],
  'out-of-slots': ['run-again'],
  'not-downloaded': ['download', 'choose-model'],
  'download-failed': ['download', 'choose-model'],
  'no-space': ['choose-model'],
  'no-webgpu': ['embedded-model', 'choose-model'],
  'no-adapter': ['embedded-model', 'choose-model'],
  'gpu-too-small': ['full-precision', 'choose-model'],
  'device-lost': ['run-again', 'choose-model'],
  'out-of-memory': ['run-again', 'choose-model'],
  'library-mismatch': ['full-precision', 'choose-model'],
  'custom-model-invalid': ['choose-model'],
  'server-failed': ['run-again', 'choose-model'],
  'worker-crashed': ['run-again'],
  bug: ['run-again', 'reload-page'],
  unexpected: ['run-again', 'reload-page'],
} as const satisfies Partial<Record<FailureCode, readonly Help[]>>;

const known = (code: string): code is keyof typeof helps => Object.hasOwn(helps, code);

/** The remedies for a failure, the likeliest first. Any other can at least be tried again. */
export function helpFor(failure: Failure): readonly Help[] {
  const code = failure.code === 'as-saved' ? failure.was : failure.code;
  return known(code) ? helps[code] : ['run-again'];
}
