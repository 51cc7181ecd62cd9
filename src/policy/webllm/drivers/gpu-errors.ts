import { PolicyError } from '#policy/policy-error.ts';
import { quoted } from '#run/failure.ts';

export function deviceLost(cause?: unknown): PolicyError {
  return new PolicyError({ code: 'device-lost' }, { cause });
}

export function outOfGpuMemory(cause?: unknown): PolicyError {
  return new PolicyError({ code: 'out-of-memory' }, { cause });
}

export function commandRefused(): PolicyError {
  return new PolicyError({ code: 'gpu-too-small', lacks: 'commands' });
}

/** The WebAssembly instance has ended itself over a check that failed. */
export function runtimeEnded(cause?: unknown): PolicyError {
  return new PolicyError({ code: 'kernel-failed', why: { kind: 'webllm-stopped' } }, { cause });
}

export function noWebGpu(cause?: unknown): PolicyError {
  return new PolicyError({ code: 'no-webgpu' }, { cause });
}

function libraryMismatch(cause: unknown): PolicyError {
  return new PolicyError({ code: 'library-mismatch', why: { kind: 'versions' } }, { cause });
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
    becomes: (cause) => new PolicyError({ code: 'no-adapter' }, { cause }),
  },
  {
    says: /^ShaderF16SupportError|shader-f16/,
    becomes: (cause) => new PolicyError({ code: 'gpu-too-small', lacks: 'f16' }, { cause }),
  },
  {
    says: /^FeatureSupportError|Compiled artifact requires|requested max\w+ exceeds limit|exceeds the (max|limit)|exceeds limit/,
    becomes: (cause) => new PolicyError({ code: 'gpu-too-small', lacks: 'limits' }, { cause }),
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
    becomes: (cause) => new PolicyError({ code: 'no-space', room: null }, { cause }),
  },
  {
    says: /^IntegrityError|md5|integrity/i,
    becomes: (cause) =>
      new PolicyError({ code: 'model-damaged', why: { kind: 'file-hash', file: null } }, { cause }),
  },
  {
    says: /^LinkError|^CompileError|Cannot find (required VM )?function|Cannot find global function|Cannot find PackedFunction|Invalid \w+ ABI|function import requires|Unsupported kv_state_kind|WebLLM has changed|Cannot find parameter|Cannot find .* in (cache|param)/i,
    becomes: libraryMismatch,
  },
  {
    says: /^(UnsupportedTokenizerFilesError|WindowSize\w*Error|AttentionSinkSizeError|MinValueError|ConfigValueError|ArtifactManifestError|MissingModelError|ModelNotFoundError|SyntaxError)/,
    becomes: (cause) =>
      new PolicyError(
        { code: 'model-damaged', why: { kind: 'not-a-model', detail: quoted(cause) } },
        { cause },
      ),
  },
  {
    says: /Failed to fetch|NetworkError|Load failed|Cannot fetch/,
    becomes: (cause) =>
      new PolicyError({ code: 'not-downloaded', why: { kind: 'file', file: null } }, { cause }),
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
    { code: 'kernel-failed', why: { kind: 'webllm-threw', detail: text.slice(0, 300) } },
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
