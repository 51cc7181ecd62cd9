import type { LibraryParameter } from './library-metadata.ts';

/** A generator of 32 random bits (xorshift), the same on every machine. */
export function randomBits(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Elements that a parameter's shape stands for. */
export const elements = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

/**
 * Random values of a parameter, in the library's own layout. They keep activations near 1 through any number of layers
 * (variance 1 / inputs), so that every context has logits of its own.
 *
 * @param loud rows of the output layer whose logits spread wider than the others', so that those tokens are drawn now and
 *   then although a random model likes each of its thousands of tokens equally little
 */
export function syntheticWeights(
  parameter: LibraryParameter,
  shape: readonly number[],
  loud: readonly number[],
  bits: () => number,
): Uint8Array {
  if (parameter.dtype === 'uint32') return quantised(elements(shape), bits);
  const values = new Float32Array(elements(shape));
  const { mean, spread } = distribution(parameter.name, shape);
  for (let i = 0; i < values.length; i++) values[i] = mean + spread * (bits() / 2 ** 31 - 1);
  if (isVocabulary(parameter.name)) {
    const columns = shape.at(-1)!;
    for (let i = 0; i < values.length; i++) values[i]! *= wide;
    for (const row of loud) for (let i = row * columns; i < (row + 1) * columns; i++) values[i]! *= louder;
  }
  if (parameter.dtype === 'float32') return new Uint8Array(values.buffer);
  if (parameter.dtype === 'float16') return halves(values);
  throw new Error(
    `${parameter.name} is stored as ${parameter.dtype}; this script makes float32, float16 and 4-bit weights.`,
  );
}

/** Logits of standard deviation 2 (tokens differ, none is certain), and 6 for the few loud ones. */
const wide = 2;
const louder = 3;

/** Embeddings and output layers, which are often the same tensor; the 4-bit values are scaled by their scales. */
const isVocabulary = (name: string): boolean =>
  /embed_tokens|lm_head|wte/.test(name) && !name.endsWith('q_weight');

/** Standard deviation of whole numbers spread evenly over 0 to 14. */
const nibbleDeviation = Math.sqrt((15 ** 2 - 1) / 12);

/** Of numbers spread evenly around a mean; their standard deviation is `spread / √3`. */
function distribution(name: string, shape: readonly number[]): { mean: number; spread: number } {
  const columns = shape.at(-1)!;
  if (name.endsWith('q_scale')) {
    // One scale stands for 32 weights of a row.
    const mean = 1 / (nibbleDeviation * Math.sqrt(columns * 32));
    return { mean, spread: mean / 4 };
  }
  if (shape.length > 1) return { mean: 0, spread: Math.sqrt(3 / columns) };
  return name.endsWith('bias') ? { mean: 0, spread: 0.03 } : { mean: 1, spread: 0 };
}

/** Eight numbers of 0 to 14 a word; the kernels subtract 7, so their mean must be 7 or every context looks the same. */
function quantised(words: number, bits: () => number): Uint8Array {
  const packed = new Uint32Array(words);
  for (let i = 0; i < words; i++) {
    const word = bits();
    const fifteens = word & (word >>> 1) & (word >>> 2) & (word >>> 3) & 0x11111111;
    packed[i] = word ^ (fifteens << 3);
  }
  return new Uint8Array(packed.buffer);
}

/** The numbers in IEEE half precision, cut off; none of them is huge or special, and the tiniest become 0. */
function halves(values: Float32Array): Uint8Array {
  const floats = new Uint32Array(values.buffer);
  const out = new Uint16Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const bits = floats[i]!;
    const exponent = ((bits >>> 23) & 0xff) - 112;
    if (exponent > 0) out[i] = ((bits >>> 16) & 0x8000) | (exponent << 10) | ((bits >>> 13) & 0x3ff);
  }
  return new Uint8Array(out.buffer);
}
