import { type DigestWish, isGreedy, keepsAll, type RowDigest } from '#policy/runtime/logit-row.ts';
import { digestHead, mostCandidates, noToken, wishWords } from './digest-shader.ts';
import { drawKinds, drawWords } from './draw-shader.ts';
import type { RowDraw } from './row-reader.ts';

/** Bytes of a word of what the shaders are told and tell. */
export const wordBytes = 4;
const tokenRange = 2 ** 32;

/** What is asked of one row of logits: its place among them, and the wish. */
export interface AskedDigest {
  readonly row: number;
  readonly wish: DigestWish;
  /** Only a token is drawn from it. */
  readonly isInner?: boolean;
}

/** A draw from a digest: its place among those of its forward. */
export interface DigestDraw extends RowDraw {
  readonly digest: number;
}

/** Finds the digest of each draw's row, and asks for one where none is wished. */
export function placeDraws(
  asked: readonly AskedDigest[],
  draws: readonly RowDraw[],
): { readonly asked: readonly AskedDigest[]; readonly draws: readonly DigestDraw[] } {
  const all = [...asked];
  const placed = draws.map((draw): DigestDraw => {
    const { row, how, point } = draw;
    const known = draw.digest ?? asked.findIndex((one) => one.row === row && one.wish.draw !== null);
    if (known >= 0) return { ...draw, digest: known };
    const wish = { draw: how, point: keepsAll(how) ? point : null, token: null, alternatives: 0 } as const;
    all.push({ row, wish: { kind: 'digest', ...wish }, isInner: true });
    return { ...draw, digest: all.length - 1 };
  });
  return { asked: all, draws: placed };
}

export function packDraws(draws: readonly DigestDraw[]): ArrayBuffer {
  const packed = new DataView(new ArrayBuffer(draws.length * drawWords * wordBytes));
  draws.forEach(({ digest, how, point }, at) => {
    const start = at * drawWords * wordBytes;
    const greedy = isGreedy(how);
    const kind = greedy ? drawKinds.greedy : keepsAll(how) ? drawKinds.all : drawKinds.cut;
    packed.setUint32(start, digest, true);
    packed.setUint32(start + 4, kind, true);
    packed.setUint32(start + 8, Math.max(0, how.topK), true);
    packed.setFloat32(start + 12, how.topP, true);
    packed.setFloat32(start + 16, how.minP, true);
    packed.setFloat32(start + 20, greedy ? 1 : 1 / how.temperature, true);
    packed.setFloat32(start + 24, point, true);
  });
  return packed.buffer;
}

export function packWishes(asked: readonly AskedDigest[]): ArrayBuffer {
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
export function unpackDigest(words: DataView, { token, point }: DigestWish): RowDigest | null {
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
