/**
 * Bits a weight takes in the files. With 4 bits a group of 32 weights shares a scale of 16 bits: also in the f32 variants,
 * because the files hold 32-bit numbers as bfloat16 (`encode_format="f32-to-bf16"` in MLC LLM's convert_weight).
 */
const bitsOfFiles: readonly (readonly [RegExp, number])[] = [
  [/^q4f/, 4.5],
  [/^q3f/, 3.6],
  [/^q0f/, 16],
];

/** Bits of one weight as the graphics processor holds it, without its scale, which is a buffer of its own. */
const bitsOnGpu: readonly (readonly [RegExp, number])[] = [
  [/^q4f/, 4],
  [/^q3f/, 3.2],
  [/^q0f16/, 16],
  [/^q0f32/, 32],
];

/** `q4f16_1` in a name of a model, a folder or a library; null where there is none. */
export function quantisationIn(text: string): string | null {
  return /(?<![A-Za-z0-9])q\d+f(?:16|32)(?:_\d+)?(?![A-Za-z0-9])/.exec(text)?.[0] ?? null;
}

export function fileBytes(weights: number, quantisation: string): number | null {
  return bytesBy(bitsOfFiles, weights, quantisation);
}

export function gpuBytes(weights: number, quantisation: string): number | null {
  return bytesBy(bitsOnGpu, weights, quantisation);
}

/** Features that shaders with this quantisation use. WebLLM's list does not always say so. */
export function featuresOf(quantisation: string): readonly string[] {
  return quantisation.includes('f16') ? ['shader-f16'] : [];
}

function bytesBy(
  table: readonly (readonly [RegExp, number])[],
  weights: number,
  quantisation: string,
): number | null {
  const bits = table.find(([pattern]) => pattern.test(quantisation))?.[1];
  return bits === undefined ? null : Math.round((weights * bits) / 8);
}
