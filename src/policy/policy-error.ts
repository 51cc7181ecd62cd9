export type PolicyErrorCode =
  | 'model-not-found'
  | 'model-damaged'
  | 'kernel-failed'
  | 'part-missing'
  | 'unsupported'
  | 'unknown-token'
  | 'prompt-too-long'
  | 'out-of-slots'
  // WebLLM models on the person's GPU
  | 'not-downloaded'
  | 'download-failed'
  | 'no-space'
  | 'no-webgpu'
  | 'no-adapter'
  | 'gpu-too-small'
  | 'device-lost'
  | 'out-of-memory'
  | 'library-mismatch'
  | 'custom-model-invalid';

/** A failure of a model that a person can meet; `advice` says what to do next. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  constructor(
    readonly code: PolicyErrorCode,
    message: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A file of this page itself did not come. `does`: "The part of this page that …". */
export function partMissing(does: string | null, cause?: unknown): PolicyError {
  const part = does === null ? 'A part of this page' : `The part of this page that ${does}`;
  return new PolicyError(
    'part-missing',
    `${part} could not be fetched.`,
    'Check the connection, then try again.',
    { cause },
  );
}
