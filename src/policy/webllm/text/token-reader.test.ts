import { describe, expect, test } from 'vitest';
import type { LoggedToken } from '#run/events.ts';
import { byteLevelTokenizer } from '../testing/small-tokenizer.ts';
import {
  openSmallCodec,
  chatml,
  countdownGame,
  lowEffort,
  vocabulary,
  writtenTokens,
} from '../testing/small-codec.ts';

describe('what a token is', () => {
  const roles = (tokens: readonly LoggedToken[]) => tokens.map(({ text: it, role }) => `${it}|${role}`);

  test('of a thought, its tags, an answer, and the end', () => {
    const model = openSmallCodec();
    const tokens = writtenTokens(
      model,
      model.codec.prompt(countdownGame, lowEffort),
      model.codec.encode(' the\n\nWait the</think> answer<|im_end|>'),
    );
    expect(roles(tokens)).toEqual([
      ' the|thought',
      '\n\n|thought',
      'Wait|wait',
      ' the|thought',
      '</think>|control',
      ' answer|answer',
      '<|im_end|>|control',
    ]);
  });

  test('of a reply without a thought', () => {
    const model = openSmallCodec();
    expect(
      roles(
        writtenTokens(
          model,
          model.codec.prompt(countdownGame, { kind: 'answer-only' }),
          model.codec.encode(' answer'),
        ),
      ),
    ).toEqual([' answer|answer']);
  });

  test('of a model that opens its thought itself', () => {
    const model = openSmallCodec();
    const header = model.codec.encode('<|im_start|>assistant\n');
    expect(roles(writtenTokens(model, header, model.codec.encode('<think> the</think> answer')))).toEqual([
      '<think>|control',
      ' the|thought',
      '</think>|control',
      ' answer|answer',
    ]);
  });

  test('of a prompt is prompt, tags that a person writes too', () => {
    const model = openSmallCodec();
    const prompt = model.codec.prompt(countdownGame, { kind: 'ask', words: 'What does <think> the mean?' });
    const reader = model.codec.reader([]);
    const read = prompt.map((id) => reader.read(id));
    const reply = read.findIndex(({ text: it, role }) => role === 'control' && it === '<think>');
    expect(new Set(read.slice(0, reply).map(({ role }) => role))).toEqual(new Set(['prompt', 'control']));
  });

  test('of a thought that is described by itself, the tag before it', () => {
    const model = openSmallCodec();
    const reader = model.codec.reader([]);
    expect(model.codec.encode('<think> the').map((id) => reader.read(id).role)).toEqual([
      'control',
      'thought',
    ]);
  });

  test('a tag of several tokens is known by the one that completes it', () => {
    const model = openSmallCodec({ tokenizer: byteLevelTokenizer(vocabulary, chatml), jinja: '<think>' });
    expect(model.thinking).toMatchObject({ open: '<think>', close: '</think>' });
    const tokens = writtenTokens(
      model,
      model.codec.prompt(countdownGame, lowEffort),
      model.codec.encode(' the</think>\n\n answer'),
    );
    expect(tokens.map(({ role }) => role)).toEqual([
      'thought',
      ...Array<string>(6).fill('thought'),
      'control',
      'answer',
    ]);
    expect(tokens.at(-2)!.text).toBe('>\n\n');
  });

  test('readers of one prefix do not disturb each other', () => {
    const model = openSmallCodec();
    const prompt = model.codec.prompt(countdownGame, lowEffort);
    const [first, second] = [model.codec.reader(prompt), model.codec.reader(prompt)];
    for (const id of model.codec.encode('</think>')) first.read(id);
    const [the] = model.codec.encode(' the');
    expect([first.read(the!).role, second.read(the!).role]).toEqual(['answer', 'thought']);
  });
});
