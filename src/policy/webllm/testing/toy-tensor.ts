/** How the runtime ends where a rule is broken. */
export const runtimeExit = () => new Error('Program terminated with exit(1)');

/** A thing of the runtime that has to be put away. */
export class ToyObject {
  disposed = false;
  dispose(): void {
    this.disposed = true;
  }
}

/** Numbers on the device, or a copy of them. */
export class ToyTensor extends ToyObject {
  constructor(
    readonly shape: readonly number[],
    readonly dtype: string,
    readonly data: Float32Array | number[],
  ) {
    super();
  }
  view(shape: readonly number[]): ToyTensor {
    if (sizeOf(shape) !== sizeOf(this.shape)) throw runtimeExit();
    return new ToyTensor(shape, this.dtype, this.data);
  }
  copyFrom(from: ToyTensor | readonly number[]): ToyTensor {
    const data = from instanceof ToyTensor ? from.data : from;
    if (data.length !== sizeOf(this.shape))
      throw new Error(`data size and shape mismatch data.length${data.length} vs ${sizeOf(this.shape)}`);
    return new ToyTensor(this.shape, this.dtype, Float32Array.from(data));
  }
  toArray(): Float32Array {
    return Float32Array.from(this.data);
  }
  /** Stands for its own place. */
  getDataPtr(): this {
    return this;
  }
}

/** How many numbers a tensor has. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
