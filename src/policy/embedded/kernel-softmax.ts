import { expEach, fractionsOfDoubling } from '#run/portable-math.ts';
import type { TokenId } from '../language-model.ts';
import type { RowSoftmax } from '../runtime/row-softmax.ts';
import { instanceOf, type KernelExports, outOfMemory } from './kernel-module.ts';

/** What `kernel/softmax.ts` returns instead of a sum where numbers are too low for it. */
const tooLow = -1;

/**
 * Softmaxes on the kernel, two numbers at a time, with the bits of `PortableSoftmax`. They have an instance of the kernel to themselves,
 * whose memory doesn't grow as slots are added: what was computed stays in its place and is read there.
 */
export class KernelSoftmax implements RowSoftmax {
  readonly centred: Float64Array;
  readonly exps: Float64Array;
  readonly tempered: Float64Array;
  likeliest: TokenId = 0;
  private readonly kernel: KernelExports;
  private readonly row: Float32Array;
  /** The smallest of `centred`, and the place of the largest. */
  private readonly summary: Float64Array;

  /** Throws PolicyError `kernel-failed` without memory. */
  constructor(wasm: WebAssembly.Module, vocabulary: number) {
    this.kernel = instanceOf(wasm);
    if (!this.kernel.setupSoftmax(vocabulary)) throw outOfMemory();
    const { buffer } = this.kernel.memory;
    const doubles = (index: number, length: number) =>
      new Float64Array(buffer, this.kernel.softmaxAddress(index), length);
    this.row = new Float32Array(buffer, this.kernel.softmaxAddress(0), vocabulary);
    this.centred = doubles(1, vocabulary);
    this.exps = doubles(2, vocabulary);
    this.tempered = doubles(3, vocabulary);
    doubles(4, fractionsOfDoubling.length).set(fractionsOfDoubling);
    this.summary = doubles(5, 2);
  }

  load(row: Float32Array): number {
    this.row.set(row);
    const sum = this.kernel.weighRow();
    this.likeliest = this.summary[1] ?? 0;
    return sum === tooLow ? expEach(this.centred, 1, this.exps) : sum;
  }

  temper(scale: number): number {
    const sum = this.kernel.weighTempered(scale);
    return sum === tooLow ? expEach(this.centred, scale, this.tempered) : sum;
  }
}
