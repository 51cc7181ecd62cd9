import { type DigestWish, type RowDigest } from '../logit-row.ts';

/** As the shader does it: `wanted` of so many `lanes` agree on a floor, and at most `room` tokens above it are listed. */
export interface DigestShape {
  readonly lanes: number;
  readonly wanted: number;
  readonly room: number;
}

/** The digest of a row, straight from the definitions; null if more tokens would be listed than there is room for. */
export function plainDigest(
  row: Float32Array,
  wish: DigestWish,
  { lanes, wanted, room }: DigestShape,
): RowDigest | null {
  const logits = [...row];
  const maximum = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const named = wish.token === null ? null : { id: wish.token, logit: row[wish.token] as number };
  if (!Number.isFinite(maximum))
    return {
      maximum: NaN,
      floor: NaN,
      ids: new Int32Array(0),
      logits: new Float32Array(0),
      rest: NaN,
      restTempered: NaN,
      drawn: null,
      named,
    };
  const peaks = Array.from({ length: lanes }, (_, lane) =>
    Math.max(...logits.filter((_logit, id) => id % lanes === lane)),
  ).sort((a, b) => b - a);
  const floor = peaks[wanted - 1] ?? -Infinity;
  const listed = logits.flatMap((logit, id) => (logit >= floor && logit > -Infinity ? [id] : []));
  if (listed.length > room) return null;
  const scale = wish.draw === null || wish.draw.temperature <= 0 ? 1 : 1 / wish.draw.temperature;
  const others = logits.filter((logit) => logit < floor);
  const weigh = (of: readonly number[], by: number) =>
    of.reduce((sum, logit) => sum + Math.exp((logit - maximum) * by), 0);
  return {
    maximum,
    floor,
    ids: Int32Array.from(listed),
    logits: Float32Array.from(listed, (id) => row[id] as number),
    rest: weigh(others, 1),
    restTempered: weigh(others, scale),
    drawn: wish.point === null ? null : drawn(row, wish.point * weigh(logits, scale), maximum, scale),
    named,
  };
}

/** The token at which the running sum of weights, in the order of ids, passes `target`. */
function drawn(row: Float32Array, target: number, maximum: number, scale: number): RowDigest['drawn'] {
  let sum = 0;
  let last = { id: 0, logit: row[0] as number };
  for (const [id, logit] of row.entries()) {
    const weight = Math.exp((logit - maximum) * scale);
    sum += weight;
    if (weight > 0) last = { id, logit };
    if (sum > target) break;
  }
  return last;
}
