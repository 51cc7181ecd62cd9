import { PolicyError } from '../policy-error.ts';

/** What `kernel/index.ts` exports. Addresses and sizes are in bytes; an address of 0 means out of memory. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  setup(
    vocabulary: number,
    width: number,
    layers: number,
    heads: number,
    feedForward: number,
    context: number,
    rows: number,
  ): number;
  stage(bytes: number): number;
  unstage(address: number): void;
  takeMatrix(index: number, source: number, scales: number, rows: number): void;
  takeVector(index: number, source: number, length: number): void;
  newSlot(): number;
  copySlot(from: number, to: number, length: number): void;
  rowsAddress(): number;
  logitsAddress(): number;
  valuesAddress(): number;
  forward(rows: number): void;
  exponentials(address: number, count: number): void;
  setupSoftmax(vocabulary: number): number;
  softmaxAddress(index: number): number;
  weighRow(): number;
  weighTempered(scale: number): number;
}

/** A new instance with its own memory. Throws PolicyError `kernel-failed`. */
export async function instantiateKernel(wasm: WebAssembly.Module | BufferSource): Promise<KernelExports> {
  return instanceOf(await compileModule(wasm));
}

/** The same at once, of a kernel that is compiled. */
export function instanceOf(kernel: WebAssembly.Module): KernelExports {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the exports are those of the kernel that this build compiled
  return exportsOf(kernel) as unknown as KernelExports;
}

/** The exports of a new instance of a module that imports nothing. Throws PolicyError `kernel-failed`. */
export async function instantiateModule(
  wasm: WebAssembly.Module | BufferSource,
): Promise<WebAssembly.Exports> {
  return exportsOf(await compileModule(wasm));
}

/** Throws PolicyError `kernel-failed`. */
export async function compileModule(wasm: WebAssembly.Module | BufferSource): Promise<WebAssembly.Module> {
  try {
    return wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  } catch (cause) {
    throw notStarted(cause);
  }
}

function exportsOf(module: WebAssembly.Module): WebAssembly.Exports {
  try {
    return new WebAssembly.Instance(module, {}).exports;
  } catch (cause) {
    throw notStarted(cause);
  }
}

function notStarted(cause: unknown): PolicyError {
  return new PolicyError({ code: 'kernel-failed', why: { kind: 'not-started' } }, { cause });
}

export function outOfMemory(): PolicyError {
  return new PolicyError({ code: 'kernel-failed', why: { kind: 'no-memory' } });
}

/** It stopped on its way. */
export function kernelStopped(cause: Error): PolicyError {
  return new PolicyError({ code: 'kernel-failed', why: { kind: 'stopped' } }, { cause });
}
