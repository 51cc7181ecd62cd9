export type PolicyErrorCode =
  | 'model-not-found'
  | 'model-damaged'
  | 'kernel-failed'
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
