import type { DrawAhead } from '#policy/runtime/step-engine.ts';
import { isEnough, isGreedy, keepsAll, type LogitRow, type RowWish } from '#policy/runtime/logit-row.ts';
import { Sampler } from '#policy/runtime/sampler.ts';
import { type DigestShape, plainDigest } from '#policy/runtime/testing/plain-digest.ts';
import type { ReadForward, RowReader, RowReading } from '../drivers/row-reader.ts';
import { ToyTensor } from './toy-tensor.ts';

/** Reads the logits of a toy WebLLM that shows them, as the shaders do. */
export class ToyReader implements RowReader {
  private readonly sampler: Sampler;
  readings = 0;

  constructor(
    private readonly vocabulary: number,
    private readonly shape: DigestShape,
  ) {
    this.sampler = new Sampler(vocabulary);
  }

  start(): RowReading {
    const read: ReadForward[] = [];
    this.readings += 1;
    return {
      add: ({ buffer }, wishes, { draws, into } = { draws: [], into: { buffer, dispose: () => {} } }) => {
        const rowOf = (at: number) => this.rowOf(buffer, at);
        const drawn = draws.map(({ row, ...how }) => this.draw(rowOf(row), how));
        drawn.forEach((token, at) => (tensorOf(into.buffer).data[at] = token));
        read.push({ rows: wishes.map((wish, at) => this.answer(rowOf(at), wish)), drawn });
      },
      finish: () => Promise.resolve(read),
    };
  }

  private answer(row: Float32Array, wish: RowWish): LogitRow | null {
    if (wish.kind !== 'digest') return wish.kind === 'whole' ? row : null;
    const digest = plainDigest(row, wish, this.shape);
    return digest !== null && isEnough(digest, wish) ? digest : row;
  }

  /** Of a digest that is too little, any token. */
  private draw(row: Float32Array, { how, point }: DrawAhead): number {
    const wish = { draw: how, point: keepsAll(how) && !isGreedy(how) ? point : null, token: null } as const;
    const digest = this.answer(row, { kind: 'digest', alternatives: 0, ...wish });
    if (digest === null || digest instanceof Float32Array) return 0;
    this.sampler.load(digest);
    return this.sampler.draw(how, { next: () => point });
  }

  private rowOf(buffer: unknown, at: number): Float32Array {
    return Float32Array.from(tensorOf(buffer).data).subarray(
      at * this.vocabulary,
      (at + 1) * this.vocabulary,
    );
  }
}

function tensorOf(buffer: unknown): ToyTensor {
  if (!(buffer instanceof ToyTensor) || buffer.disposed)
    throw new Error('A tensor that is still there was expected');
  return buffer;
}
