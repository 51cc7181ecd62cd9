import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ownTokenizers } from '../testing/own-tokenizer.ts';
import { asFile, byteLevelTokenizer, patterns, sentencePieceTokenizer } from '../testing/small-tokenizer.ts';
import { tokenEncoder } from './token-encoder.ts';

/** Prompts must be the tokens that WebLLM itself would make of them: the model was trained on those. */

const words = [' the', ' answer', ' is', 'Wait', ' step', 'assistant', 'user', 'model', ' stop'];
const byteLevel = (pattern: string) =>
  byteLevelTokenizer(
    [...words, '.\n\n', '\n\n', "'t", '123', '45'],
    ['<|im_start|>', '<|im_end|>', '<think>', '</think>'].map((text) => ({ text })),
    pattern,
  );
const gemma = ['<pad>', '<eos>', '<bos>', '<unk>', '<start_of_turn>', '<end_of_turn>'];
const runs = ['▁▁', '▁▁▁', '\n\n'].map((text) => ({ text, special: false }));
const tokenizers = {
  Qwen: byteLevel(patterns.qwen),
  'Llama 3': byteLevel(patterns.llama),
  Tekken: byteLevel(patterns.tekken),
  SentencePiece: sentencePieceTokenizer(words, gemma),
  'SentencePiece with runs of spaces and line ends as added tokens': sentencePieceTokenizer(
    [...words, '  ', '   '],
    gemma,
    runs,
  ),
  'SentencePiece with added tokens looked for after the normaliser': sentencePieceTokenizer(
    [...words, '  ', '   '],
    gemma,
    runs.map((run) => ({ ...run, normalized: true })),
  ),
  'tokens that take spaces in': byteLevelTokenizer(
    [...words, '  '],
    [
      { text: '<mask>', lstrip: true },
      { text: '<|user|>', rstrip: true },
      { text: '<|end|>', lstrip: true, rstrip: true },
      { text: '<think>', special: false, normalized: true },
    ],
  ),
};
type Kind = keyof typeof tokenizers;
const kinds = Object.keys(tokenizers) as readonly Kind[];
const theirs = new Map<Kind, { encode(text: string): Iterable<number> }>();

beforeAll(async () => {
  const { Tokenizer } = ownTokenizers();
  for (const kind of kinds) theirs.set(kind, await Tokenizer.fromJSON(asFile(tokenizers[kind]).buffer));
}, 30_000);

const piece = fc.constantFrom(
  'The answer is 24.',
  '\n\n',
  '\n',
  ' ',
  '  ',
  'Wait',
  ' stop',
  "don't",
  'DON’T',
  '3 × 8 = 24',
  '🙂',
  'é',
  'e\u0301',
  'iPhone',
  '12345',
  '\t',
  '\r\n',
  '<|im_end|>',
  '<think>',
  '</think>',
  '<eos>',
  '<start_of_turn>user\n',
  '\\boxed{24}',
  '...',
  '日本',
  '   ',
  '    ',
  '▁▁',
  '<mask>',
  '<|user|>',
  '<|end|>',
);

test.each(kinds)('%s: the same tokens as WebLLM', (kind) => {
  const ours = tokenEncoder(tokenizers[kind]);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(ours.encode(text)).toEqual([...theirs.get(kind)!.encode(text)]);
    }),
    { numRuns: 200 },
  );
});
