// Squared ReLU: relu(x)².

/** x becomes relu(x), `squared` its square; n a multiple of 4. */
export function squaredRelu(x: usize, squared: usize, n: i32): void {
  const zero = f32x4.splat(0);
  for (let i: usize = 0; i < <usize>n * 4; i += 16) {
    const r = f32x4.pmax(v128.load(x + i), zero);
    v128.store(x + i, r);
    v128.store(squared + i, f32x4.mul(r, r));
  }
}

/** squared = relu². */
export function square(relu: usize, squared: usize, n: i32): void {
  for (let i: usize = 0; i < <usize>n * 4; i += 16) {
    const r = v128.load(relu + i);
    v128.store(squared + i, f32x4.mul(r, r));
  }
}

/** The gradient of the square becomes that of x: d · 2 relu. */
export function squaredReluBack(relu: usize, d: usize, n: i32): void {
  for (let i: usize = 0; i < <usize>n * 4; i += 16) {
    const r = v128.load(relu + i);
    v128.store(d + i, f32x4.mul(f32x4.add(r, r), v128.load(d + i)));
  }
}
