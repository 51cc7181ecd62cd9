import { describe, expect, it } from 'vitest';
import { PolicyError } from '#policy/policy-error.ts';
import { toGpuError } from './gpu-errors.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });

/** Texts as WebLLM 0.2.86, TVM's runtime and the browsers have them. */
const thrown: readonly (readonly [string, unknown, PolicyError['code']])[] = [
  [
    'no WebGPU',
    named('WebGPUNotAvailableError', 'WebGPU is not supported in your current environment'),
    'no-webgpu',
  ],
  [
    'no adapter',
    new Error(
      "Unable to find a compatible GPU. This issue might be because your computer doesn't have a GPU",
    ),
    'no-adapter',
  ],
  ['no adapter, WebLLM', named('WebGPUNotFoundError', 'Cannot find WebGPU in the environment'), 'no-adapter'],
  [
    'no f16',
    named('ShaderF16SupportError', 'This model requires WebGPU extension shader-f16'),
    'gpu-too-small',
  ],
  ['a feature', named('FeatureSupportError', 'This model requires feature subgroups'), 'gpu-too-small'],
  [
    'a limit',
    new Error(
      'Cannot initialize runtime because of requested maxComputeWorkgroupStorageSize exceeds limit. requested=32768, limit=16384.',
    ),
    'gpu-too-small',
  ],
  [
    'device lost',
    named('DeviceLostError', 'The WebGPU device was lost while loading the model.'),
    'device-lost',
  ],
  [
    'a mapping that the loss cut off',
    named('AbortError', 'A valid external Instance reference no longer exists.'),
    'device-lost',
  ],
  [
    'what WebLLM disposed of on its own after a loss',
    new Error('Object has already been disposed'),
    'device-lost',
  ],
  [
    'what it unloaded after a loss',
    named('ModelNotLoadedError', 'Model not loaded before calling forwardTokensAndSample'),
    'device-lost',
  ],
  ['GPU memory', named('GPUOutOfMemoryError', 'Not enough memory left.'), 'out-of-memory'],
  ['memory of the page', new RangeError('Array buffer allocation failed'), 'out-of-memory'],
  ['WebAssembly memory', new RangeError('WebAssembly.Memory(): could not allocate memory'), 'out-of-memory'],
  [
    'a library for another runtime',
    named(
      'LinkError',
      'WebAssembly.instantiate(): Import #3 "env" "TVMWasmPackedCFunc": function import requires a callable',
    ),
    'library-mismatch',
  ],
  [
    'a library that is no WebAssembly',
    named('CompileError', 'WebAssembly.instantiate(): expected magic word'),
    'library-mismatch',
  ],
  [
    'a missing function',
    new Error('Cannot find required VM function `decode`. Available candidate functions: (none)'),
    'library-mismatch',
  ],
  [
    'a missing runtime function',
    new Error('Cannot find global function vm.builtin.kv_state_clear'),
    'library-mismatch',
  ],
  [
    'another ABI',
    new Error('Invalid hybrid ABI. Missing required functions: create_rnn_state.'),
    'library-mismatch',
  ],
  ['a change in WebLLM', new Error('WebLLM has changed: its pipeline has no tvm'), 'library-mismatch'],
  ['the quota', named('QuotaExceededError', 'Quota exceeded.'), 'no-space'],
  ['a wrong hash', named('IntegrityError', 'Integrity verification failed'), 'model-damaged'],
  ['a config that is none', named('SyntaxError', 'Unexpected token < in JSON'), 'model-damaged'],
  [
    'a config without a window',
    named('WindowSizeSpecificationError', 'Need to specify either sliding_window_size or max_window_size.'),
    'model-damaged',
  ],
  ['a file that is not kept', new TypeError('Failed to fetch'), 'not-downloaded'],
  [
    'a failed check, emscripten',
    { name: 'ExitStatus', message: 'Program terminated with exit(1)', status: 1 },
    'kernel-failed',
  ],
  ['a failed check, WASI', new Error('exit(1)'), 'kernel-failed'],
  ['a trap', named('RuntimeError', 'unreachable'), 'kernel-failed'],
  ['a plain string', 'something else', 'kernel-failed'],
  ['nothing', undefined, 'kernel-failed'],
];

describe('what WebLLM and WebGPU throw', () => {
  it.each(thrown)('%s', (_, error, code) => {
    const told = toGpuError(error);
    expect(told).toBeInstanceOf(PolicyError);
    expect(told.code).toBe(code);
    expect(told.cause).toBe(error);
  });

  it('is left alone where it is known already', () => {
    const own = new PolicyError({ code: 'device-lost' });
    expect(toGpuError(own)).toBe(own);
  });
});
