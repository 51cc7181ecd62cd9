/**
 * Makes a model folder for a compiled MLC library, with random weights: everything but the meaning can be tried with it.
 *
 *   npx tsx bench/webllm/make-model.ts LIBRARY.wasm FOLDER [--thinking] [--vocabulary 512] [--seed 1]
 *
 * The folder has what a published MLC model has, and the library beside it as `library.wasm`. `--vocabulary` is for
 * libraries that take a vocabulary of any size. Random weights of 4-bit and unquantised models only.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeByteTokenizer } from './byte-tokenizer.ts';
import { readLibraryMetadata, type LibraryMetadata } from './library-metadata.ts';
import { elements, randomBits, syntheticWeights } from './synthetic-weights.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    thinking: { type: 'boolean', default: false },
    vocabulary: { type: 'string', default: '512' },
    seed: { type: 'string', default: '1' },
  },
});
const [library, folder] = positionals;
if (library === undefined || folder === undefined)
  throw new Error('Usage: make-model.ts LIBRARY.wasm FOLDER [--thinking] [--vocabulary 512] [--seed 1]');

const shardBytes = 32 << 20;
const metadata = readLibraryMetadata(readFileSync(library));
const parameters = metadata.params.map((parameter) => ({
  ...parameter,
  shape: parameter.shape.map((size) => (typeof size === 'number' ? size : Number(options.vocabulary))),
}));
const embedding = parameters.find(({ name }) => /embed|wte/.test(name));
if (embedding === undefined) throw new Error('The library names no embedding, so its vocabulary is unknown.');
if (!/^q(0|4)f/.test(metadata.quantization))
  throw new Error(`Weights of ${metadata.quantization} are not known here; q0 and q4 are.`);
const vocabulary = embedding.shape[0]!;

const controls = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'];
const markers = options.thinking ? ['<think>', '</think>'] : [];
const tokenizer = makeByteTokenizer(vocabulary, wordsOf(promptTexts()), controls, markers);
const id = (token: string): number => tokenizer.special.get(token)!;
const ends = ['<|im_end|>', '<|endoftext|>'];

mkdirSync(folder, { recursive: true });
copyFileSync(library, path.join(folder, 'library.wasm'));
writeJson('tokenizer.json', tokenizer.json);
writeJson('tokenizer_config.json', {
  tokenizer_class: 'GPT2Tokenizer',
  added_tokens_decoder: Object.fromEntries(
    [...tokenizer.special].map(([content, token]) => [
      token,
      { content, special: controls.includes(content) },
    ]),
  ),
  eos_token: '<|im_end|>',
});
writeJson('mlc-chat-config.json', chatConfig(metadata));
writeWeights();

/** Shards of weights, and the list of what lies where under both names that it has had. */
function writeWeights(): void {
  const bits = randomBits(Number(options.seed));
  const loud = ends.map(id);
  const shards: unknown[] = [];
  let records: unknown[] = [];
  let parts: Uint8Array[] = [];
  let filled = 0;
  let total = 0;
  const flush = (): void => {
    if (filled === 0) return;
    const dataPath = `params_shard_${shards.length}.bin`;
    const data = Buffer.concat(parts);
    writeFileSync(path.join(folder!, dataPath), data);
    shards.push({
      dataPath,
      format: 'raw-shard',
      nbytes: filled,
      records,
      md5sum: createHash('md5').update(data).digest('hex'),
    });
    total += filled;
    [records, parts, filled] = [[], [], 0];
  };
  for (const parameter of parameters) {
    const data = syntheticWeights(parameter, parameter.shape, loud, bits);
    if (filled + data.length > shardBytes) flush();
    records.push({
      name: parameter.name,
      shape: parameter.shape,
      dtype: parameter.dtype,
      format: 'raw',
      nbytes: data.length,
      byteOffset: filled,
    });
    parts.push(data);
    filled += data.length;
  }
  flush();
  const weights = parameters.reduce(
    (sum, { shape, dtype }) => sum + elements(shape) * (dtype === 'uint32' ? 8 : 1),
    0,
  );
  const cache = {
    metadata: { ParamSize: parameters.length, ParamBytes: total, BitsPerParam: (total * 8) / weights },
    records: shards,
  };
  for (const name of ['ndarray-cache.json', 'tensor-cache.json']) writeJson(name, cache);
  console.log(
    `${metadata.model_type} ${metadata.quantization}: ${parameters.length} parameters, ${(total / 1e6).toFixed(0)} MB, vocabulary ${vocabulary}, in ${folder}`,
  );
}

/** As MLC writes it: the library's own sizes, and the ChatML template. */
function chatConfig({
  model_type,
  quantization,
  context_window_size,
  prefill_chunk_size,
}: LibraryMetadata): unknown {
  return {
    version: '0.1.0',
    model_type,
    quantization,
    vocab_size: vocabulary,
    context_window_size,
    sliding_window_size: -1,
    prefill_chunk_size,
    attention_sink_size: -1,
    tensor_parallel_shards: 1,
    temperature: 0.7,
    presence_penalty: 0,
    frequency_penalty: 0,
    repetition_penalty: 1,
    top_p: 0.95,
    tokenizer_files: ['tokenizer.json', 'tokenizer_config.json'],
    tokenizer_info: {
      token_postproc_method: 'byte_level',
      prepend_space_in_encode: false,
      strip_space_in_decode: false,
    },
    conv_template: {
      name: 'chatml',
      system_template: '<|im_start|>system\n{system_message}<|im_end|>\n',
      system_message: 'You are a helpful assistant.',
      system_prefix_token_ids: null,
      add_role_after_system_message: true,
      roles: { user: '<|im_start|>user', assistant: '<|im_start|>assistant' },
      role_templates: { user: '{user_message}', assistant: '{assistant_message}', tool: '{tool_message}' },
      messages: [],
      seps: ['<|im_end|>\n'],
      role_content_sep: '\n',
      role_empty_sep: '\n',
      stop_str: ends,
      stop_token_ids: ends.map(id),
      function_string: '',
      use_function_calling: false,
    },
    pad_token_id: id('<|endoftext|>'),
    bos_token_id: id('<|endoftext|>'),
    eos_token_id: ends.map(id),
  };
}

/** What this project says to models, so that its prompts take as many tokens as with a real tokeniser. */
function promptTexts(): string {
  const prompts = new URL('../../src/policy/prompts/', import.meta.url);
  return readdirSync(prompts)
    .map((name) => readFileSync(new URL(name, prompts), 'utf8'))
    .join('\n');
}

/** The words of a text, the most frequent first. */
function wordsOf(text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of text.match(/[A-Za-z]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function writeJson(name: string, value: unknown): void {
  writeFileSync(path.join(folder!, name), JSON.stringify(value));
}
