import { PolicyError } from '#policy/policy-error.ts';

const closeOthers =
  'Close other pages and programs that use the graphics processor, or pick a smaller model.';
const runAgain = 'What happened until then is kept. Run again: the model is loaded anew.';

export function deviceLost(cause?: unknown): PolicyError {
  return new PolicyError('device-lost', 'The connection to the graphics processor was lost.', runAgain, {
    cause,
  });
}

export function outOfGpuMemory(cause?: unknown): PolicyError {
  return new PolicyError(
    'out-of-memory',
    'The graphics processor has too little free memory for this model.',
    closeOthers,
    { cause },
  );
}

export function commandRefused(): PolicyError {
  return new PolicyError(
    'gpu-too-small',
    'The graphics processor refused a step of the model, so its numbers would be wrong.',
    'Pick a smaller model, or another computer.',
  );
}

/** The WebAssembly instance has ended itself over a check that failed. */
export function runtimeEnded(cause?: unknown): PolicyError {
  return new PolicyError(
    'kernel-failed',
    'WebLLM’s runtime stopped, and did not say why.',
    `${runAgain} If it happens again, pick another model.`,
    { cause },
  );
}

export function noWebGpu(cause?: unknown): PolicyError {
  return new PolicyError(
    'no-webgpu',
    'This browser does not offer WebGPU.',
    'Use a current Chrome, Edge, Safari or Firefox, over https or from localhost.',
    { cause },
  );
}

function libraryMismatch(cause: unknown): PolicyError {
  return new PolicyError(
    'library-mismatch',
    'The model’s library and this version of WebLLM do not fit together.',
    'Pick a model of WebLLM’s own list, or a library built for the version that this page uses.',
    { cause },
  );
}

interface Rule {
  /** Of the error's name or message. */
  readonly says: RegExp;
  readonly becomes: (cause: unknown) => PolicyError;
}

/**
 * From what WebLLM, TVM's runtime and WebGPU throw to what a person can do about it; the first rule that matches counts.
 * WebLLM's errors have names of their own, the runtime's only texts, browsers' texts differ.
 */
const rules: readonly Rule[] = [
  {
    says: /^WebGPUNotAvailableError|navigator\.gpu|WebGPU is not (supported|available)/,
    becomes: noWebGpu,
  },
  {
    says: /^WebGPUNotFoundError|Unable to find a compatible GPU|requestAdapter/,
    becomes: (cause) =>
      new PolicyError(
        'no-adapter',
        'The browser found no graphics processor that it may use.',
        'Check that hardware acceleration is on in the browser’s settings, and that the graphics driver is current.',
        { cause },
      ),
  },
  {
    says: /^ShaderF16SupportError|shader-f16/,
    becomes: (cause) =>
      new PolicyError(
        'gpu-too-small',
        'This model computes in 16 bits, which this graphics processor or its driver cannot.',
        'Pick a model with f32 in its name: a variant of this one, where there is one.',
        { cause },
      ),
  },
  {
    says: /^FeatureSupportError|Compiled artifact requires|requested max\w+ exceeds limit|exceeds the (max|limit)|exceeds limit/,
    becomes: (cause) =>
      new PolicyError(
        'gpu-too-small',
        'This graphics processor cannot do what the model asks for.',
        'Pick a smaller model, or another computer.',
        { cause },
      ),
  },
  {
    says: /^GPUOutOfMemoryError|out[ -]of[ -]memory|Array buffer allocation failed|memory allocation|could not allocate/i,
    becomes: outOfGpuMemory,
  },
  {
    says: /^DeviceLostError|device (was|is) lost|device.{0,20}lost|Instance dropped|A valid external Instance reference no longer exists|^OperationError.*(map|device)|GPUBuffer.*(destroyed|unmapped)|already been disposed|^ModelNotLoadedError/i,
    becomes: deviceLost,
  },
  {
    says: /^QuotaExceededError|quota/i,
    becomes: (cause) =>
      new PolicyError(
        'no-space',
        'The browser gives this page no more space on the disk.',
        'Delete a model that you no longer use, or free some space.',
        { cause },
      ),
  },
  {
    says: /^IntegrityError|md5|integrity/i,
    becomes: (cause) =>
      new PolicyError(
        'model-damaged',
        'A file of the model is not what its hash says.',
        'Remove the model and download it again.',
        { cause },
      ),
  },
  {
    says: /^LinkError|^CompileError|Cannot find (required VM )?function|Cannot find global function|Cannot find PackedFunction|Invalid \w+ ABI|function import requires|Unsupported kv_state_kind|WebLLM has changed|Cannot find parameter|Cannot find .* in (cache|param)/i,
    becomes: libraryMismatch,
  },
  {
    says: /^(UnsupportedTokenizerFilesError|WindowSize\w*Error|AttentionSinkSizeError|MinValueError|ConfigValueError|ArtifactManifestError|MissingModelError|ModelNotFoundError|SyntaxError)/,
    becomes: (cause) =>
      new PolicyError(
        'model-damaged',
        'The model’s own files do not describe a model that WebLLM can run.',
        'Remove the model and download it again. If that does not help, it was not made for WebLLM.',
        { cause },
      ),
  },
  {
    says: /Failed to fetch|NetworkError|Load failed|Cannot fetch/,
    becomes: (cause) =>
      new PolicyError(
        'not-downloaded',
        'A file of the model is not on this computer.',
        'Download the model again: what is there is not fetched twice.',
        { cause },
      ),
  },
  {
    says: /^ExitStatus|exit\(\d+\)|^RuntimeError|Aborted\(|unreachable|TVMError|InternalError/,
    becomes: runtimeEnded,
  },
];

/** What WebLLM or WebGPU threw, as a PolicyError. Cancelling by the person never comes from there, so AbortError is no exception. */
export function toGpuError(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  const text = describe(error);
  const rule = rules.find(({ says }) => says.test(text));
  if (rule) return rule.becomes(error);
  return new PolicyError(
    'kernel-failed',
    `The model failed while it ran: ${text.slice(0, 300)}`,
    `${runAgain} If it happens again, pick another model.`,
    { cause: error },
  );
}

/** `Name: message`; WebLLM's runtime throws plain strings and objects of its own too. */
function describe(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) {
    const { name, message } = error as { readonly name?: unknown; readonly message: unknown };
    return `${typeof name === 'string' && name !== 'Error' ? `${name}: ` : ''}${String(message)}`;
  }
  return String(error);
}
