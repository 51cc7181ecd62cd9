import type { Architecture } from '#policy/embedded/manifest.ts';
import { integers } from '#policy/embedded/testing/random-model.ts';
import { type GgufTensor, type GgufValue, writeGguf } from './gguf.ts';

/** Numbers that share a scale. */
const BLOCK = 32;

/**
 * A model for llama.cpp with random weights, as like the embedded ones as its architectures have them: GPT-NeoX is a transformer with
 * layer normalisation before each part, rotary positions, two matrices in the feed-forward part and an output layer of its own.
 * Only the activation differs (GELU, ours squares what is positive), and there is no value head. Matrices are of 8 bits, as ours.
 */
export function randomGguf(seed: number, shape: Architecture): Uint8Array<ArrayBuffer> {
  const { vocabulary, width, layers, heads, feedForward, context } = shape;
  const next = integers(seed);
  const unit = () => next() / 2 ** 31 - 1;
  const tensors: GgufTensor[] = [];
  const matrix = (name: string, rows: number, columns: number) =>
    tensors.push({
      name: `${name}.weight`,
      shape: [columns, rows],
      type: 'q8_0',
      data: randomBlocks(rows * columns, 1.7 / Math.sqrt(columns), next),
    });
  const vector = (name: string, length: number, mean: number) =>
    tensors.push({
      name,
      shape: [length],
      type: 'f32',
      data: new Uint8Array(Float32Array.from({ length }, () => mean + 0.1 * unit()).buffer),
    });
  const norm = (name: string) => {
    vector(`${name}.weight`, width, 1);
    vector(`${name}.bias`, width, 0);
  };
  const linear = (name: string, rows: number, columns: number) => {
    matrix(name, rows, columns);
    vector(`${name}.bias`, rows, 0);
  };
  matrix('token_embd', vocabulary, width);
  for (let layer = 0; layer < layers; layer++) {
    norm(`blk.${layer}.attn_norm`);
    linear(`blk.${layer}.attn_qkv`, 3 * width, width);
    linear(`blk.${layer}.attn_output`, width, width);
    norm(`blk.${layer}.ffn_norm`);
    linear(`blk.${layer}.ffn_up`, feedForward, width);
    linear(`blk.${layer}.ffn_down`, width, feedForward);
  }
  norm('output_norm');
  matrix('output', vocabulary, width);

  const words = vocabularyOf(vocabulary);
  const values: Record<string, GgufValue> = {
    'general.architecture': { type: 'string', value: 'gptneox' },
    'general.name': { type: 'string', value: 'random weights' },
    'gptneox.context_length': { type: 'u32', value: context },
    'gptneox.embedding_length': { type: 'u32', value: width },
    'gptneox.feed_forward_length': { type: 'u32', value: feedForward },
    'gptneox.block_count': { type: 'u32', value: layers },
    'gptneox.attention.head_count': { type: 'u32', value: heads },
    'gptneox.rope.dimension_count': { type: 'u32', value: width / heads },
    'gptneox.use_parallel_residual': { type: 'bool', value: false },
    'gptneox.attention.layer_norm_epsilon': { type: 'f32', value: 1e-5 },
    'tokenizer.ggml.model': { type: 'string', value: 'gpt2' },
    'tokenizer.ggml.pre': { type: 'string', value: 'default' },
    'tokenizer.ggml.tokens': { type: 'strings', value: words },
    // 3: a control token; 1: a normal one.
    'tokenizer.ggml.token_type': { type: 'integers', value: words.map((_, id) => (id === 0 ? 3 : 1)) },
    'tokenizer.ggml.merges': { type: 'strings', value: ['a b'] },
    'tokenizer.ggml.bos_token_id': { type: 'u32', value: 0 },
    'tokenizer.ggml.eos_token_id': { type: 'u32', value: 0 },
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: false },
  };
  return writeGguf(values, tensors);
}

/** Letters and signs that stand for themselves, then pairs of letters: all that is written is plain ASCII. */
function vocabularyOf(size: number): readonly string[] {
  const signs = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
  const letters = signs.filter((sign) => /[a-z]/.test(sign));
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return ['<end>', ...signs, ...pairs].slice(0, size);
}

/** Evenly spread numbers up to `most`. */
function randomBlocks(count: number, most: number, next: () => number): Uint8Array {
  const blocks = new Uint8Array((count / BLOCK) * (BLOCK + 2));
  const view = new DataView(blocks.buffer);
  for (let at = 0; at < blocks.length; at += BLOCK + 2) {
    view.setUint16(at, halfBits(most / 127), true);
    for (let index = 0; index < BLOCK; index++) view.setInt8(at + 2 + index, (next() % 255) - 127);
  }
  return blocks;
}

/** The bits of a number as f16, cut off; from 2^-14 to 65504. */
function halfBits(value: number): number {
  const bits = new Uint32Array(Float32Array.of(value).buffer)[0]!;
  const exponent = ((bits >>> 23) & 0xff) - 127 + 15;
  if (exponent < 1 || exponent > 30) throw new RangeError(`${value} is no normal f16`);
  return (exponent << 10) | ((bits >>> 13) & 0x3ff);
}
