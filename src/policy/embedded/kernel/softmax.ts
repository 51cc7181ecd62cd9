// The weights that tokens are drawn by, e^((logit - largest) / temperature) and their sum, of one row at a time, in f64. They have the
// bits that `expAll` of `run/portable-math.ts` gives: the same operations on each number, two numbers at a time, and sums from the
// first token to the last. Wider sums would be quicker, and other bits.
import { reserve } from './memory';

/** Steps of the table to a doubling. Its numbers, 2^(j / STEPS), are the host's. */
const STEPS: i32 = 128;
const STEPS_PER_UNIT: f64 = 128 * 1.442695040888963387;
/** 1.5·2^52: added to a small number, it leaves the nearest integer in the low mantissa bits. */
const ROUNDER: f64 = 6755399441055744;
// ln 2 / STEPS in two parts.
const STEP_HIGH: f64 = 6.9314718036912381649e-1 / 128;
const STEP_LOW: f64 = 1.90821492927058770002e-10 / 128;
/** Arguments below this one are the host's: their results would be no normal numbers. */
const LOWEST: f64 = -177;
/** Instead of a sum: an argument was too low, and no weights were written. */
const TOO_LOW: f64 = -1;

let count: i32 = 0;
/** f32 [count], filled by the host. */
let row: usize = 0;
/** f64 [count]: logits less the largest one, their exponentials, and those at the temperature that was asked for last. */
let centred: usize = 0;
let exps: usize = 0;
let tempered: usize = 0;
/** f64 [STEPS], filled by the host. */
let fractions: usize = 0;
/** f64: the smallest of `centred`, and the place of the largest. */
let summary: usize = 0;
/** Both lanes of each constant: read from memory they stay in registers, where V8 would make literals anew in every round of a loop. */
let constants: usize = 0;

export function shapeSoftmax(vocabulary: i32): void {
  count = vocabulary;
  // Numbers are read and written in pairs: there is room for one more.
  const bytes = <usize>(vocabulary + 1) * 8;
  row = reserve(bytes >> 1);
  centred = reserve(bytes);
  exps = reserve(bytes);
  tempered = reserve(bytes);
  fractions = reserve(STEPS * 8);
  summary = reserve(16);
  constants = reserve(9 * 16);
  keep(0, STEPS_PER_UNIT);
  keep(1, ROUNDER);
  keep(2, STEP_HIGH);
  keep(3, STEP_LOW);
  keep(4, 1.0 / 120);
  keep(5, 1.0 / 24);
  keep(6, 1.0 / 6);
  keep(7, 0.5);
  v128.store(constants + 8 * 16, i64x2.splat(STEPS - 1));
}

function keep(index: usize, constant: f64): void {
  v128.store(constants + index * 16, f64x2.splat(constant));
}

/** Addresses: row, centred, exps, tempered, fractions, summary. */
export function softmaxAddress(index: i32): usize {
  switch (index) {
    case 0: return row;
    case 1: return centred;
    case 2: return exps;
    case 3: return tempered;
    case 4: return fractions;
    default: return summary;
  }
}

/** Fills `centred`, `exps` and `summary` from the row. Returns the sum of `exps`; NaN if the row is no distribution, or TOO_LOW. */
export function weighRow(): f64 {
  const end = row + <usize>count * 4;
  const wholes = row + <usize>(count & ~3) * 4;
  // A comparison with NaN is false, so these pass over it; its exponential makes the sum NaN.
  let most = f32x4.splat(-Infinity), least = f32x4.splat(Infinity);
  let at = row;
  for (; at < wholes; at += 16) {
    const four = v128.load(at);
    most = f32x4.pmax(most, four);
    least = f32x4.pmin(least, four);
  }
  let largest: f32 = -Infinity, smallest: f32 = Infinity;
  for (; at < end; at += 4) {
    const logit = load<f32>(at);
    if (logit > largest) largest = logit;
    if (logit < smallest) smallest = logit;
  }
  largest = max(largest, max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  ));
  smallest = min(smallest, min(
    min(f32x4.extract_lane(least, 0), f32x4.extract_lane(least, 1)),
    min(f32x4.extract_lane(least, 2), f32x4.extract_lane(least, 3)),
  ));
  const first = find(largest, wholes, end);
  if (first == end) return NaN;
  // The first of equals: 0 and -0 are equal, too.
  const highest = <f64>load<f32>(first);
  const lowest = <f64>smallest - highest;
  store<f64>(summary, lowest);
  store<f64>(summary, <f64>((first - row) >> 2), 8);
  return lowest > LOWEST ? weighCentred(highest) : centre(highest);
}

/** Address of the first of the row's numbers that equals `value`; `end` if there is none. */
function find(value: f32, wholes: usize, end: usize): usize {
  const four = f32x4.splat(value);
  let at = row;
  for (; at < wholes; at += 16) {
    const equal = i32x4.bitmask(f32x4.eq(v128.load(at), four));
    if (equal) return at + (ctz(equal) << 2);
  }
  for (; at < end; at += 4) if (load<f32>(at) == value) return at;
  return end;
}

/** Fills `exps` with e^centred, after `centred` itself. Returns the sum. */
function weighCentred(highest: f64): f64 {
  const by = f64x2.splat(highest);
  const toExps = exps - centred;
  const c = constants;
  const perUnit = v128.load(c), rounder = v128.load(c, 16), high = v128.load(c, 32), low = v128.load(c, 48);
  const c5 = v128.load(c, 64), c4 = v128.load(c, 80), c3 = v128.load(c, 96), c2 = v128.load(c, 112), mask = v128.load(c, 128);
  const table = fractions;
  let at = row, to = centred;
  const end = row + <usize>(count & ~1) * 4;
  let sum: f64 = 0;
  for (; at < end; at += 8) {
    const x = f64x2.sub(f64x2.promote_low_f32x4(v128.load64_zero(at)), by);
    v128.store(to, x);
    const e = exponentialPair(x, table, perUnit, rounder, high, low, c5, c4, c3, c2, mask);
    v128.store(to + toExps, e);
    sum += f64x2.extract_lane(e, 0);
    sum += f64x2.extract_lane(e, 1);
    to += 16;
  }
  if (count & 1) {
    // The other half stands in the place after the last token, and counts for nothing.
    const x = f64x2.sub(f64x2.promote_low_f32x4(v128.load64_zero(at)), by);
    v128.store(to, x);
    const e = exponentialPair(x, table, perUnit, rounder, high, low, c5, c4, c3, c2, mask);
    v128.store(to + toExps, e);
    sum += f64x2.extract_lane(e, 0);
  }
  return sum;
}

function centre(highest: f64): f64 {
  for (let index: usize = 0; index < <usize>count; index++) {
    store<f64>(centred + index * 8, <f64>load<f32>(row + index * 4) - highest);
  }
  return TOO_LOW;
}

/** Fills `tempered` with e^(centred · scale). Returns their sum, or TOO_LOW. */
export function weighTempered(scale: f64): f64 {
  if (!(load<f64>(summary) * scale > LOWEST)) return TOO_LOW;
  const by = f64x2.splat(scale);
  const toTempered = tempered - centred;
  const c = constants;
  const perUnit = v128.load(c), rounder = v128.load(c, 16), high = v128.load(c, 32), low = v128.load(c, 48);
  const c5 = v128.load(c, 64), c4 = v128.load(c, 80), c3 = v128.load(c, 96), c2 = v128.load(c, 112), mask = v128.load(c, 128);
  const table = fractions;
  let at = centred;
  const end = at + <usize>(count & ~1) * 8;
  let sum: f64 = 0;
  for (; at < end; at += 16) {
    const e = exponentialPair(f64x2.mul(v128.load(at), by), table, perUnit, rounder, high, low, c5, c4, c3, c2, mask);
    v128.store(at + toTempered, e);
    sum += f64x2.extract_lane(e, 0);
    sum += f64x2.extract_lane(e, 1);
  }
  if (count & 1) {
    const e = exponentialPair(f64x2.mul(v128.load(at), by), table, perUnit, rounder, high, low, c5, c4, c3, c2, mask);
    v128.store(at + toTempered, e);
    sum += f64x2.extract_lane(e, 0);
  }
  return sum;
}

/** e^x of two numbers from LOWEST to 0; NaN stays NaN. */
// @ts-ignore: decorator
@inline
function exponentialPair(
  x: v128, table: usize, perUnit: v128, rounder: v128, high: v128, low: v128, c5: v128, c4: v128, c3: v128, c2: v128,
  mask: v128,
): v128 {
  const shifted = f64x2.add(f64x2.mul(x, perUnit), rounder);
  const steps = f64x2.sub(shifted, rounder);
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(steps, high)), f64x2.mul(steps, low));
  let p = f64x2.add(f64x2.mul(r, c5), c4);
  p = f64x2.add(f64x2.mul(r, p), c3);
  p = f64x2.add(f64x2.mul(r, p), c2);
  p = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), p));
  const step = v128.and(shifted, mask);
  let fraction = v128.load64_zero(table + (<usize>i32x4.extract_lane(step, 0) << 3));
  fraction = v128.load64_lane(table + (<usize>i32x4.extract_lane(step, 2) << 3), fraction, 1);
  // The other bits of the integer are doublings. Moved to the exponent field, where the rounder's own fall off, they multiply.
  const scaled = i64x2.add(fraction, i64x2.shl(v128.andnot(shifted, mask), 45));
  return f64x2.add(scaled, f64x2.mul(scaled, p));
}
