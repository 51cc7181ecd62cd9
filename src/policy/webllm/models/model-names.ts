import { surely } from '#experiment/surely.ts';
/** What is known of models by the names that WebLLM gives them, as data. */

/** Models that think before they answer. */
const reasoning: readonly RegExp[] = [
  /^Qwen3(\.5)?-(?!.*(Instruct|Coder))/i,
  /^DeepSeek-R1-/i,
  /-(Reasoning|Thinking)(-|$)/i,
];

/** Models that follow instructions: shown for contrast, where they are small. */
const instruct: readonly RegExp[] = [/-(Instruct|it)(-|$)/i];

/** The largest instruct model that is shown. */
const largestInstruct = 4e9;

/** What is left out, and why. Everything that is neither of the kinds above is left out too: it cannot be asked anything. */
const leftOut: readonly RegExp[] = [
  // Continues texts, answers nothing.
  /-Base(-|$)/i,
  // Made for code alone.
  /-Coder-/i,
  // Made for pictures.
  /-(vision|VL)(-|$)/i,
  // Made for Japanese; the prompts here are English.
  /-jpn-/i,
  // A newer model of the same family and size is in the list.
  /^(Qwen2|Phi-3|gemma-2b)-/i,
];

/** Exact sizes of models whose names round them: weights, and the shape of the token embeddings, the largest piece. */
const sizes: readonly {
  readonly pattern: RegExp;
  readonly parameters: number;
  readonly vocabulary: number;
  readonly width: number;
}[] = [
  { pattern: /^Qwen3-0\.6B/, parameters: 0.596e9, vocabulary: 151_936, width: 1024 },
  { pattern: /^Qwen3-1\.7B/, parameters: 1.72e9, vocabulary: 151_936, width: 2048 },
  { pattern: /^Qwen3-4B/, parameters: 4.02e9, vocabulary: 151_936, width: 2560 },
  { pattern: /^Qwen3-8B/, parameters: 8.19e9, vocabulary: 151_936, width: 4096 },
  { pattern: /^Qwen3\.5-0\.8B/, parameters: 0.8e9, vocabulary: 248_320, width: 1024 },
  { pattern: /^Qwen3\.5-2B/, parameters: 2e9, vocabulary: 248_320, width: 2048 },
  { pattern: /^Qwen3\.5-4B/, parameters: 4e9, vocabulary: 248_320, width: 2560 },
  { pattern: /^Qwen3\.5-9B/, parameters: 9e9, vocabulary: 248_320, width: 4096 },
  {
    pattern: /^(DeepSeek-R1-Distill-Qwen|Qwen2\.5(-Math)?)-1\.5B/,
    parameters: 1.54e9,
    vocabulary: 151_936,
    width: 1536,
  },
  {
    pattern: /^(DeepSeek-R1-Distill-Qwen|Qwen2\.5(-Math)?)-7B/,
    parameters: 7.62e9,
    vocabulary: 152_064,
    width: 3584,
  },
  { pattern: /^Qwen2\.5-0\.5B/, parameters: 0.494e9, vocabulary: 151_936, width: 896 },
  { pattern: /^Qwen2\.5-3B/, parameters: 3.09e9, vocabulary: 151_936, width: 2048 },
  { pattern: /^DeepSeek-R1-Distill-Llama-8B/, parameters: 8.03e9, vocabulary: 128_256, width: 4096 },
  { pattern: /^Llama-3\.2-1B/, parameters: 1.24e9, vocabulary: 128_256, width: 2048 },
  { pattern: /^Llama-3\.2-3B/, parameters: 3.21e9, vocabulary: 128_256, width: 3072 },
  { pattern: /^Ministral-3-3B/, parameters: 3.4e9, vocabulary: 131_072, width: 3072 },
  { pattern: /^SmolLM2-135M/, parameters: 0.135e9, vocabulary: 49_152, width: 576 },
  { pattern: /^SmolLM2-360M/, parameters: 0.362e9, vocabulary: 49_152, width: 960 },
  { pattern: /^SmolLM2-1\.7B/, parameters: 1.71e9, vocabulary: 49_152, width: 2048 },
  { pattern: /^gemma-2-2b/, parameters: 2.61e9, vocabulary: 256_000, width: 2304 },
  { pattern: /^gemma3-1b/, parameters: 1e9, vocabulary: 262_144, width: 1152 },
  { pattern: /^Phi-3\.5-mini/, parameters: 3.82e9, vocabulary: 32_064, width: 3072 },
  { pattern: /^Phi-4-mini/, parameters: 3.84e9, vocabulary: 200_064, width: 3072 },
  { pattern: /^OLMo-2-0425-1B/, parameters: 1.48e9, vocabulary: 100_352, width: 2048 },
];

/** `base`: a model's name without quantisation. Null: not for this page. */
export function kindOf(base: string): 'reasoning' | 'instruct' | null {
  if (leftOut.some((pattern) => pattern.test(base))) return null;
  if (reasoning.some((pattern) => pattern.test(base))) return 'reasoning';
  const parameters = parametersOf(base);
  const isSmall = parameters !== null && parameters <= largestInstruct;
  return isSmall && instruct.some((pattern) => pattern.test(base)) ? 'instruct' : null;
}

/** Weights of the model: exactly where we know it, by its name (`0.6B`, `135M`) otherwise; null where the name does not tell. */
export function parametersOf(base: string): number | null {
  const known = sizeOf(base);
  if (known) return known.parameters;
  const [, number, unit] = /(?:^|[-_])(\d+(?:\.\d+)?)([BM])(?=[-_]|$)/i.exec(base) ?? [];
  return number === undefined
    ? null
    : Math.round(Number(number) * (surely(unit, 'a unit').toUpperCase() === 'B' ? 1e9 : 1e6));
}

/** Weights in the token embeddings; null where unknown. */
export function embeddingWeights(base: string): number | null {
  const size = sizeOf(base);
  return size ? size.vocabulary * size.width : null;
}

/** Words of WebLLM's names as people write them; empty: says nothing to a person, a date of release say. */
const written: ReadonlyMap<string, string> = new Map([
  ['it', 'Instruct'],
  ['instruct', 'Instruct'],
  ['gemma', 'Gemma'],
  ['gemma3', 'Gemma 3'],
  ['mini', 'mini'],
  ['bf16', ''],
  ['2512', ''],
  ['0425', ''],
  ['1124', ''],
]);

/** `DeepSeek-R1-Distill-Qwen-7B`: `DeepSeek R1 Distill Qwen 7B`. */
export function readableName(base: string): string {
  const words = base
    .split('-')
    .map(
      (word) =>
        written.get(word.toLowerCase()) ??
        word.replace(/^([\d.]+)([bm])$/, (_, size: string, unit: string) => size + unit.toUpperCase()),
    );
  return words.filter((word) => word !== '').join(' ');
}

function sizeOf(base: string) {
  return sizes.find(({ pattern }) => pattern.test(base));
}
