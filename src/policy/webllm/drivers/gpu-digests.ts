import {
  type DigestWish,
  isEnough,
  isGreedy,
  type LogitRow,
  type RowDigest,
  type RowWish,
} from '#policy/runtime/logit-row.ts';
import type { LogitsOnGpu } from './below-public-api.ts';
import {
  digestHead,
  digestShader,
  digestWords,
  mostCandidates,
  noToken,
  wishWords,
} from './digest-shader.ts';

const wordBytes = 4;
/** A larger buffer is given back after use: whole rows are seldom fetched, and not many at a time. */
const mostKeptBytes = 2 ** 22;
const tokenRange = 2 ** 32;

/** WebGPU's constants GPUBufferUsage and GPUMapMode, which are no globals of Node. */
const usages = { mapRead: 1, copyFrom: 4, copyTo: 8, storage: 128 } as const;
const readMode = 1;

/** What is asked of one row of logits: its place among them, and the wish. */
interface Asked {
  readonly row: number;
  readonly wish: DigestWish;
}

/**
 * Reads rows of logits that lie on the graphics processor: as digests where they are enough for what is wished, whole
 * elsewhere. All digests of a forward come back in one copy, about 2 kB a row instead of 600; a row whose digest turns
 * out to be too little is fetched after it.
 */
export class GpuDigests {
  private readonly pipeline: GPUComputePipeline;
  private readonly buffers = new Map<string, GPUBuffer>();

  constructor(
    private readonly device: GPUDevice,
    private readonly vocabulary: number,
  ) {
    const module = device.createShaderModule({ code: digestShader(vocabulary) });
    this.pipeline = device.createComputePipeline({
      layout: 'auto',
      compute: { module, entryPoint: 'digest' },
    });
  }

  /** A row for each wish, in order; null where nothing was wished. The logits must be left as they are meanwhile. */
  async read(logits: LogitsOnGpu, wishes: readonly RowWish[]): Promise<(LogitRow | null)[]> {
    const asked = wishes.flatMap((wish, row): readonly Asked[] =>
      wish.kind === 'digest' ? [{ row, wish }] : [],
    );
    const entire = wishes.flatMap(({ kind }, row) => (kind === 'whole' ? [row] : []));
    const { digests, rows } = await this.fetch(logits, wishes.length, asked, entire);
    const missing = digests.flatMap((digest, at) => {
      const { row, wish } = asked[at]!;
      return digest === null || !isEnough(digest, wish) ? [row] : [];
    });
    const more = missing.length === 0 ? [] : (await this.fetch(logits, wishes.length, [], missing)).rows;
    const result: (LogitRow | null)[] = wishes.map(() => null);
    asked.forEach(({ row }, at) => (result[row] = digests[at] ?? null));
    entire.forEach((row, at) => (result[row] = rows[at] ?? null));
    missing.forEach((row, at) => (result[row] = more[at] ?? null));
    return result;
  }

  /** Digests, null where too many tokens lie above the floor, and whole rows. */
  async fetch(
    { buffer }: LogitsOnGpu,
    all: number,
    asked: readonly Asked[],
    entire: readonly number[],
  ): Promise<{ readonly digests: readonly (RowDigest | null)[]; readonly rows: readonly Float32Array[] }> {
    if (asked.length + entire.length === 0) return { digests: [], rows: [] };
    const { device } = this;
    const rowBytes = this.vocabulary * wordBytes;
    const digestBytes = asked.length * digestWords * wordBytes;
    const bytes = digestBytes + entire.length * rowBytes;
    const staging = this.room('staging', bytes, usages.mapRead | usages.copyTo);
    const encoder = device.createCommandEncoder();
    if (asked.length > 0) {
      const wishes = this.room(
        'wishes',
        asked.length * wishWords * wordBytes,
        usages.storage | usages.copyTo,
      );
      const digests = this.room('digests', digestBytes, usages.storage | usages.copyFrom);
      device.queue.writeBuffer(wishes, 0, packWishes(asked));
      const pass = encoder.beginComputePass();
      pass.setPipeline(this.pipeline);
      pass.setBindGroup(
        0,
        device.createBindGroup({
          layout: this.pipeline.getBindGroupLayout(0),
          entries: [
            // The runtime's buffers may be larger than what is in them, and than what can be bound.
            { binding: 0, resource: { buffer, size: all * rowBytes } },
            { binding: 1, resource: { buffer: wishes } },
            { binding: 2, resource: { buffer: digests } },
          ],
        }),
      );
      pass.dispatchWorkgroups(asked.length);
      pass.end();
      encoder.copyBufferToBuffer(digests, 0, staging, 0, digestBytes);
    }
    entire.forEach((row, at) =>
      encoder.copyBufferToBuffer(buffer, row * rowBytes, staging, digestBytes + at * rowBytes, rowBytes),
    );
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(readMode, 0, bytes);
    try {
      const data = staging.getMappedRange(0, bytes);
      return {
        digests: asked.map(({ wish }, at) =>
          unpackDigest(new DataView(data, at * digestWords * wordBytes, digestWords * wordBytes), wish),
        ),
        rows: entire.map((_row, at) =>
          new Float32Array(data, digestBytes + at * rowBytes, this.vocabulary).slice(),
        ),
      };
    } finally {
      staging.unmap();
      if (staging.size > mostKeptBytes) this.giveBack('staging');
    }
  }

  dispose(): void {
    for (const name of this.buffers.keys()) this.giveBack(name);
  }

  /** A buffer that holds so many bytes, kept from one call to the next. */
  private room(name: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const kept = this.buffers.get(name);
    if (kept !== undefined && kept.size >= bytes) return kept;
    kept?.destroy();
    const made = this.device.createBuffer({ label: name, size: bytes, usage });
    this.buffers.set(name, made);
    return made;
  }

  private giveBack(name: string): void {
    this.buffers.get(name)?.destroy();
    this.buffers.delete(name);
  }
}

function packWishes(asked: readonly Asked[]): ArrayBuffer {
  const packed = new DataView(new ArrayBuffer(asked.length * wishWords * wordBytes));
  asked.forEach(({ row, wish: { draw, point, token } }, at) => {
    const start = at * wishWords * wordBytes;
    packed.setUint32(start, row, true);
    packed.setUint32(start + 4, token ?? noToken, true);
    packed.setFloat32(start + 8, draw === null || isGreedy(draw) ? 1 : 1 / draw.temperature, true);
    packed.setFloat32(start + 12, point ?? -1, true);
  });
  return packed.buffer;
}

/** Null where more tokens lie above the floor than are listed. */
function unpackDigest(words: DataView, { token, point }: DigestWish): RowDigest | null {
  const whole = (at: number) => words.getUint32(at * wordBytes, true);
  const real = (at: number) => words.getFloat32(at * wordBytes, true);
  const count = whole(2);
  if (whole(3) !== 0) return noDigest;
  if (count > mostCandidates) return null;
  // The threads listed them in any order. Id and bits of the logit together are a whole number below 2^53.
  const pairs = Float64Array.from(
    { length: count },
    (_, at) => whole(digestHead + 2 * at) * tokenRange + whole(digestHead + 2 * at + 1),
  ).sort();
  const ids = new Int32Array(count);
  const bits = new Uint32Array(count);
  pairs.forEach((pair, at) => {
    ids[at] = Math.floor(pair / tokenRange);
    bits[at] = pair % tokenRange;
  });
  return {
    maximum: real(0),
    floor: real(1),
    ids,
    logits: new Float32Array(bits.buffer),
    rest: real(4),
    restTempered: real(5),
    drawn: point === null || whole(6) === noToken ? null : { id: whole(6), logit: real(7) },
    named: token === null ? null : { id: token, logit: real(8) },
  };
}

const noDigest: RowDigest = {
  maximum: NaN,
  floor: NaN,
  ids: new Int32Array(0),
  logits: new Float32Array(0),
  rest: NaN,
  restTempered: NaN,
  drawn: null,
  named: null,
};
