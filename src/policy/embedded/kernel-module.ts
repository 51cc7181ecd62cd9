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
}

/** A new instance with its own memory. Throws PolicyError `kernel-failed`. */
export async function instantiateKernel(wasm: WebAssembly.Module | BufferSource): Promise<KernelExports> {
  try {
    const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
    const instance = await WebAssembly.instantiate(module, {});
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the exports are those of the kernel that this build compiled
    return instance.exports as unknown as KernelExports;
  } catch (cause) {
    throw new PolicyError({ code: 'kernel-failed', why: { kind: 'not-started' } }, { cause });
  }
}

export function outOfMemory(): PolicyError {
  return new PolicyError({ code: 'kernel-failed', why: { kind: 'no-memory' } });
}
