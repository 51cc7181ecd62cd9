import type { PolicyErrorCode } from '#policy/policy-error.ts';

/** What a person can do about a failure, with a button for each. */
export type Help =
  | 'run-again'
  | 'download'
  | 'choose-model'
  | 'full-precision'
  | 'embedded-model'
  | 'reload-page';

const helps: Readonly<
  Record<PolicyErrorCode | 'new-version' | 'worker-crashed' | 'bug' | 'unexpected', readonly Help[]>
> = {
  'model-not-found': ['run-again', 'choose-model'],
  'model-damaged': ['run-again', 'choose-model'],
  'kernel-failed': ['run-again', 'reload-page'],
  'part-missing': ['run-again', 'reload-page'],
  'new-version': ['reload-page'],
  unsupported: ['choose-model'],
  'unknown-token': ['choose-model'],
  'prompt-too-long': ['choose-model'],
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
  'worker-crashed': ['run-again'],
  bug: ['run-again', 'reload-page'],
  unexpected: ['run-again', 'reload-page'],
};

const known = (code: string): code is keyof typeof helps => Object.hasOwn(helps, code);

/** The remedies for a failure, the likeliest first. A failure nobody foresaw can at least be tried again. */
export function helpFor(code: string): readonly Help[] {
  return known(code) ? helps[code] : ['run-again'];
}
