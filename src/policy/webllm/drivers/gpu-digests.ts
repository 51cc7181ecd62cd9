import { itemAt } from '#experiment/surely.ts';
import { isEnough, type LogitRow, type RowDigest, type RowWish } from '#policy/runtime/logit-row.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { LogitsOnGpu } from './sequence-cache.ts';
import { digestShader, digestWords, drawnWord } from './digest-shader.ts';
import {
  type AskedDigest,
  type DigestDraw,
  packDraws,
  packWishes,
  placeDraws,
  unpackDigest,
  wordBytes,
} from './digest-words.ts';
import { drawShader } from './draw-shader.ts';
import type { DrawsOnGpu, ReadForward, RowReader, RowReading } from './row-reader.ts';

/** A larger buffer is given back after use: whole rows are seldom fetched, and not many at a time. */
const mostKeptBytes = 2 ** 22;

/** WebGPU's constants GPUBufferUsage and GPUMapMode, which are no globals of Node. */
const usages = { mapRead: 1, copyFrom: 4, copyTo: 8, storage: 128 } as const;
const readMode = 1;

/** A forward that is read. */
interface Round {
  readonly logits: LogitsOnGpu;
  readonly asked: readonly AskedDigest[];
  /** Rows that are fetched whole. */
  readonly entire: readonly number[];
  readonly draws: readonly DigestDraw[];
  /** Where the digests go; null where none are asked for. */
  readonly digests: GPUBuffer | null;
}

/** What came back of one: null for digests of which too many tokens lie above the floor. */
interface Fetched {
  readonly digests: readonly (RowDigest | null)[];
  readonly rows: readonly Float32Array[];
  readonly drawn: readonly TokenId[];
}

/**
 * Reads rows of logits that lie on the graphics processor: as digests where they are enough for what is wished, whole
 * elsewhere. All digests of a reading come back in one copy, about 2 kB a row instead of 600; a row whose digest turns
 * out to be too little is fetched after it.
 */
export class GpuDigests implements RowReader {
  private readonly digesting: GPUComputePipeline;
  private readonly drawing: GPUComputePipeline;
  private readonly buffers = new Map<string, GPUBuffer>();

  constructor(
    private readonly device: GPUDevice,
    private readonly vocabulary: number,
  ) {
    const compile = (code: string, entryPoint: string) =>
      device.createComputePipeline({
        layout: 'auto',
        compute: { module: device.createShaderModule({ code }), entryPoint },
      });
    this.digesting = compile(digestShader(vocabulary), 'digest');
    this.drawing = compile(drawShader(vocabulary), 'draw');
  }

  start(): RowReading {
    const rounds: Round[] = [];
    const wished: (readonly RowWish[])[] = [];
    return {
      add: (logits, wishes, draws) => {
        wished.push(wishes);
        rounds.push(
          this.send(rounds.length, logits, wishes.length, askedOf(wishes), entireOf(wishes), draws),
        );
      },
      finish: async () => this.complete(rounds, await this.fetchRounds(rounds), wished),
    };
  }

  /** Digests, null where too many tokens lie above the floor, and whole rows, of logits with `all` rows. */
  async fetch(
    logits: LogitsOnGpu,
    all: number,
    asked: readonly AskedDigest[],
    entire: readonly number[],
    draws?: DrawsOnGpu,
  ): Promise<Fetched> {
    const [fetched] = await this.fetchRounds([this.send(0, logits, all, asked, entire, draws)]);
    return fetched ?? { digests: [], rows: [], drawn: [] };
  }

  dispose(): void {
    for (const name of this.buffers.keys()) this.giveBack(name);
  }

  /** Fetches the rows whose digests are too little. */
  private async complete(
    rounds: readonly Round[],
    fetched: readonly Fetched[],
    wished: readonly (readonly RowWish[])[],
  ): Promise<readonly ReadForward[]> {
    const missing = rounds.map((round, at) =>
      round.asked.flatMap(({ row, wish, isInner }, place) => {
        const digest = fetched[at]?.digests[place] ?? null;
        return isInner !== true && (digest === null || !isEnough(digest, wish)) ? [row] : [];
      }),
    );
    const more = missing.every(({ length }) => length === 0)
      ? []
      : await this.fetchRounds(
          rounds.map((round, at) => ({ ...round, asked: [], draws: [], entire: missing[at] ?? [] })),
        );
    return rounds.map((round, at) => {
      const { digests = [], rows = [], drawn = [] } = fetched[at] ?? {};
      const result: (LogitRow | null)[] = (wished[at] ?? []).map(() => null);
      round.asked.forEach(({ row, isInner }, place) => {
        if (isInner !== true) result[row] = digests[place] ?? null;
      });
      round.entire.forEach((row, place) => (result[row] = rows[place] ?? null));
      missing[at]?.forEach((row, place) => (result[row] = more[at]?.rows[place] ?? null));
      return { rows: result, drawn };
    });
  }

  /** Sends the work on a forward's logits; its results stay where they are. */
  private send(
    number: number,
    logits: LogitsOnGpu,
    all: number,
    asked: readonly AskedDigest[],
    entire: readonly number[],
    { draws, into }: Partial<DrawsOnGpu> = {},
  ): Round {
    const { device } = this;
    const placed = placeDraws(asked, draws ?? []);
    const round = { logits, asked: placed.asked, entire, draws: placed.draws };
    if (round.asked.length === 0) return { ...round, digests: null };
    const digests = this.room(
      `digests ${number}`,
      round.asked.length * digestWords * wordBytes,
      usages.storage | usages.copyFrom,
    );
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    // The runtime's buffers may be larger than what is in them, and than what can be bound.
    const rows = { buffer: logits.buffer, size: all * this.vocabulary * wordBytes };
    const wishes = this.filled('wishes', packWishes(round.asked));
    this.dispatch(pass, this.digesting, [rows, { buffer: wishes }, { buffer: digests }], round.asked.length);
    if (into !== undefined && round.draws.length > 0) {
      const tokens = { buffer: into.buffer, size: round.draws.length * wordBytes };
      const told = this.filled('draws', packDraws(round.draws));
      this.dispatch(pass, this.drawing, [{ buffer: digests }, { buffer: told }, tokens], round.draws.length);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
    return { ...round, digests };
  }

  private dispatch(
    pass: GPUComputePassEncoder,
    pipeline: GPUComputePipeline,
    bindings: readonly GPUBufferBinding[],
    groups: number,
  ): void {
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      this.device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: bindings.map((resource, binding) => ({ binding, resource })),
      }),
    );
    pass.dispatchWorkgroups(groups);
  }

  /** Copies the results of all rounds in one go. */
  private async fetchRounds(rounds: readonly Round[]): Promise<readonly Fetched[]> {
    const { device } = this;
    const rowBytes = this.vocabulary * wordBytes;
    const digestBytes = digestWords * wordBytes;
    const bytes = rounds.reduce(
      (sum, { asked, entire }) => sum + asked.length * digestBytes + entire.length * rowBytes,
      0,
    );
    if (bytes === 0) return rounds.map(() => ({ digests: [], rows: [], drawn: [] }));
    const staging = this.room('staging', bytes, usages.mapRead | usages.copyTo);
    const encoder = device.createCommandEncoder();
    let at = 0;
    const copy = (from: GPUBuffer, start: number, length: number) => {
      encoder.copyBufferToBuffer(from, start, staging, at, length);
      at += length;
    };
    for (const { logits, asked, entire, digests } of rounds) {
      if (digests !== null && asked.length > 0) copy(digests, 0, asked.length * digestBytes);
      for (const row of entire) copy(logits.buffer, row * rowBytes, rowBytes);
    }
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(readMode, 0, bytes);
    try {
      const data = staging.getMappedRange(0, bytes);
      let start = 0;
      return rounds.map(({ asked, entire, draws }) => {
        const words = asked.map((_, place) => new DataView(data, start + place * digestBytes, digestBytes));
        start += asked.length * digestBytes;
        const rows = entire.map((_, place) =>
          new Float32Array(data, start + place * rowBytes, this.vocabulary).slice(),
        );
        start += entire.length * rowBytes;
        return {
          digests: words.map((view, place) => unpackDigest(view, itemAt(asked, place).wish)),
          rows,
          drawn: draws.map(({ digest }) => itemAt(words, digest).getUint32(drawnWord * wordBytes, true)),
        };
      });
    } finally {
      staging.unmap();
      if (staging.size > mostKeptBytes) this.giveBack('staging');
    }
  }

  /** A buffer with this in it; it may be filled anew once what reads it has been sent. */
  private filled(name: string, data: ArrayBuffer): GPUBuffer {
    const buffer = this.room(name, data.byteLength, usages.storage | usages.copyTo);
    this.device.queue.writeBuffer(buffer, 0, data);
    return buffer;
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

function askedOf(wishes: readonly RowWish[]): readonly AskedDigest[] {
  return wishes.flatMap((wish, row): readonly AskedDigest[] =>
    wish.kind === 'digest' ? [{ row, wish }] : [],
  );
}

function entireOf(wishes: readonly RowWish[]): readonly number[] {
  return wishes.flatMap(({ kind }, row) => (kind === 'whole' ? [row] : []));
}
