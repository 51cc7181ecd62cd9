import type { Problem } from '#experiment/problem.ts';
import type { LoggedToken } from '#run/events.ts';
import type { PromptStyle, TokenId } from '#policy/language-model.ts';
import { createGpuCodec, type GpuCodec } from '../text/codec.ts';
import { asFile, byteLevelTokenizer } from './small-tokenizer.ts';
import { chatConfigOf, type TemplateName } from './templates.ts';

/** What small tokenizers can write in one token, beside characters. */
export const vocabulary = [
  ' the',
  ' answer',
  ' is',
  'Wait',
  ' Wait',
  '.\n\n',
  '>\n\n',
  '\n\n',
  ' step',
  'Yes',
  'No',
  ' Yes',
  'assistant',
  'user',
  '</',
];
export const chatml = ['<|endoftext|>', '<|im_start|>', '<|im_end|>'].map((text) => ({ text }));
const think = ['<think>', '</think>'].map((text) => ({ text, special: false }));
export const qwenTokenizer = byteLevelTokenizer(vocabulary, [...chatml, ...think]);

/** The number of an added token. */
export const addedId = (tokenizer: unknown, text: string): number =>
  (tokenizer as { added_tokens: { content: string; id: number }[] }).added_tokens.find(
    ({ content }) => content === text,
  )!.id;

interface Setting {
  readonly template?: TemplateName;
  readonly tokenizer?: unknown;
  readonly jinja?: unknown;
  readonly changes?: Record<string, unknown>;
  readonly stops?: readonly string[];
}

/** The codec of a small model: one like Qwen3, or with other files. */
export function openSmallCodec({
  template = 'Qwen3',
  tokenizer = qwenTokenizer,
  jinja,
  changes = {},
  stops = ['<|endoftext|>', '<|im_end|>'],
}: Setting = {}): GpuCodec {
  const conv_config = {
    stop_token_ids: stops.map((stop) => addedId(tokenizer, stop)),
    stop_str: [],
    ...(changes['conv_config'] as object),
  };
  return createGpuCodec({
    tokenizerJson: asFile(tokenizer),
    tokenizerConfig: jinja === undefined ? null : asFile({ chat_template: jinja }),
    chatConfig: asFile(chatConfigOf(template, { ...changes, conv_config })),
  });
}

export const countdownGame: Problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 };
export const lowEffort: PromptStyle = { kind: 'think', effort: 'low' };

/** What a model that wrote these tokens after a prompt would have in the log. */
export function writtenTokens(
  { codec }: GpuCodec,
  prompt: readonly TokenId[],
  tokens: readonly TokenId[],
): readonly LoggedToken[] {
  const reader = codec.reader(prompt);
  return tokens.map((id) => ({ id, logprob: -1, forced: false, alternatives: [], ...reader.read(id) }));
}
