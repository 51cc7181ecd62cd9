/** TVM's runtime in JavaScript, as far as it is reached below WebLLM's public API; held against the packages by `below-public-api.test.ts`. */

export interface TvmObject {
  dispose(): void;
}
export interface Tensor extends TvmObject {
  readonly shape: readonly number[];
  readonly dtype: string;
  view(shape: readonly number[]): Tensor;
  copyFrom(data: Tensor | readonly number[]): Tensor;
  toArray(): Float32Array;
  getDataPtr?(): number;
}
export interface WebGpuContext {
  readonly device?: GPUDevice;
  gpuBufferFromPtr?(pointer: number): GPUBuffer | undefined;
  /** Since 0.2.86 commands are gathered and submitted later. */
  flushCommands?(): void;
}
/** What a packed function returns differs by function: see each call. */
export type PackedFunction = ((...values: readonly unknown[]) => unknown) & TvmObject;
export interface Instance {
  beginScope(): void;
  endScope(): void;
  detachFromCurrentScope<T extends TvmObject>(one: T): T;
  getGlobalFunc(name: string): PackedFunction;
  makeShapeTuple(shape: readonly number[]): TvmObject;
  scalar(value: number, type: string): unknown;
  empty(shape: readonly number[], type: string, device: unknown): Tensor;
  cpu(): unknown;
  readonly lib?: { readonly webGPUContext?: WebGpuContext };
}
export interface Pipeline {
  readonly tvm: Instance;
  readonly vm: { getFunction(name: string): PackedFunction };
  readonly device: { sync(): Promise<void> };
  readonly params: TvmObject;
  readonly kvCache?: TvmObject;
  readonly prefillChunkSize: number;
  readonly slidingWindowSize: number;
}

/** Objects of the runtime made within are freed afterwards, but for those detached. */
export function inScope<T>(tvm: Instance, action: () => T): T {
  tvm.beginScope();
  try {
    return action();
  } finally {
    tvm.endScope();
  }
}
