// What passes over rows of f32 share. All sums are taken in one fixed order.

/** Smaller magnitudes count as zero. Below 1.2e-38 processors compute a hundred times slower; nothing here depends on 1e-30. */
const SMALLEST: f32 = 1e-30;

// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

// @ts-ignore: decorator
@inline
export function largestLane(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** The lanes, tiny ones as exact zeros. */
// @ts-ignore: decorator
@inline
export function flushed(v: v128): v128 {
  return v128.and(v, f32x4.ge(f32x4.abs(v), f32x4.splat(SMALLEST)));
}

/** Sum of a[i] · b[i]; n a multiple of 4. */
export function dotProduct(a: usize, b: usize, n: i32): f32 {
  let s = f32x4.splat(0);
  for (let i: usize = 0; i < <usize>n * 4; i += 16) s = f32x4.add(s, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  return sumLanes(s);
}

/** to[i] += factor · x[i]; n a multiple of 4. */
export function addScaled(to: usize, x: usize, factor: f32, n: i32): void {
  const by = f32x4.splat(factor);
  for (let i: usize = 0; i < <usize>n * 4; i += 16) {
    v128.store(to + i, f32x4.add(v128.load(to + i), f32x4.mul(by, v128.load(x + i))));
  }
}
