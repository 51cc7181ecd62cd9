// Layer normalisation, with gain and bias: z = n · gain + bias, n = (h − mean) / sqrt(variance + 1e-5).
import { sumLanes } from './lanes';

const EPSILON: f32 = 1e-5;

/** n and 1 / deviation of each row of h [rows, width]: what is kept for the way back. */
export function normalise(h: usize, rows: i32, width: i32, n: usize, inverses: usize): void {
  const bytes = <usize>width * 4;
  const count = <f32>width;
  for (let row = 0; row < rows; row++) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) sum = f32x4.add(sum, v128.load(h + i));
    const mean = f32x4.splat(sumLanes(sum) / count);
    sum = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const t = f32x4.sub(v128.load(h + i), mean);
      sum = f32x4.add(sum, f32x4.mul(t, t));
    }
    const inverse = <f32>1.0 / sqrt<f32>(sumLanes(sum) / count + EPSILON);
    store<f32>(inverses, inverse);
    const by = f32x4.splat(inverse);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(n + i, f32x4.mul(f32x4.sub(v128.load(h + i), mean), by));
    h += bytes;
    n += bytes;
    inverses += 4;
  }
}

/** z = n · gain + bias. */
export function scaleAndShift(n: usize, gain: usize, bias: usize, rows: i32, width: i32, z: usize): void {
  const bytes = <usize>width * 4;
  for (let row = 0; row < rows; row++) {
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(z + i, f32x4.add(f32x4.mul(v128.load(n + i), v128.load(gain + i)), v128.load(bias + i)));
    }
    n += bytes;
    z += bytes;
  }
}

/** From dz (overwritten): adds to the gradients of gain, bias and h. */
export function normaliseBack(
  dz: usize, n: usize, inverses: usize, gain: usize, rows: i32, width: i32, dGain: usize, dBias: usize, dh: usize,
): void {
  const bytes = <usize>width * 4;
  const share = <f32>1.0 / <f32>width;
  for (let row = 0; row < rows; row++) {
    let sum = f32x4.splat(0), along = sum;
    for (let i: usize = 0; i < bytes; i += 16) {
      const d = v128.load(dz + i), x = v128.load(n + i);
      v128.store(dBias + i, f32x4.add(v128.load(dBias + i), d));
      v128.store(dGain + i, f32x4.add(v128.load(dGain + i), f32x4.mul(d, x)));
      const dn = f32x4.mul(d, v128.load(gain + i));
      v128.store(dz + i, dn);
      sum = f32x4.add(sum, dn);
      along = f32x4.add(along, f32x4.mul(dn, x));
    }
    // The parts along the mean and along n itself are normalised away.
    const meanPart = f32x4.splat(sumLanes(sum) * share), alongPart = f32x4.splat(sumLanes(along) * share);
    const by = v128.load32_splat(inverses);
    for (let i: usize = 0; i < bytes; i += 16) {
      const rest = f32x4.sub(f32x4.sub(v128.load(dz + i), meanPart), f32x4.mul(alongPart, v128.load(n + i)));
      v128.store(dh + i, f32x4.add(v128.load(dh + i), f32x4.mul(by, rest)));
    }
    dz += bytes;
    n += bytes;
    dh += bytes;
    inverses += 4;
  }
}
