// Rotary positions: a row's queries and keys are turned by its position, and their gradients back.
import { Sequence } from './batch';
import { headWidth, heads, rotaryCos, rotarySin, width } from './model';

/** Turns queries (also scaled) and keys of a sequence. `qkv` is f32 [length, 3 · width]. */
export function rotateSequence(qkv: usize, it: Sequence, queryScale: f32, back: bool): void {
  const part = <usize>width * 4;
  for (let position = 0; position < it.length; position++) {
    const row = qkv + <usize>(it.first + position) * part * 3;
    for (let head = 0; head < heads; head++) {
      const at = row + <usize>head * headWidth * 4;
      rotate(at, position, queryScale, back);
      rotate(at + part, position, 1, back);
    }
  }
}

/** (a, b) -> scale · (a·cos − b·sin, a·sin + b·cos) of element j and j + headWidth / 2; the other way round going back. */
function rotate(x: usize, position: i32, scale: f32, back: bool): void {
  const half = <usize>headWidth * 2;
  const cos = rotaryCos + <usize>position * half;
  const sin = rotarySin + <usize>position * half;
  const by = f32x4.splat(scale), sinBy = f32x4.splat(back ? -scale : scale);
  for (let j: usize = 0; j < half; j += 16) {
    const c = f32x4.mul(by, v128.load(cos + j)), s = f32x4.mul(sinBy, v128.load(sin + j));
    const a = v128.load(x + j), b = v128.load(x + half + j);
    v128.store(x + j, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s)));
    v128.store(x + half + j, f32x4.add(f32x4.mul(a, s), f32x4.mul(b, c)));
  }
}
