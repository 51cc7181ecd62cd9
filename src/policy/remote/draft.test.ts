import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoggedToken } from '#run/events.ts';
import { ConversationWords, type ReplyPart } from './conversation.ts';
import { Draft } from './draft.ts';
import type { ReplyChoice } from './reply-schema.ts';

const tags = { open: '<think>', close: '</think>' };
const sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 50, seed: 1 };
const draft = (part: ReplyPart = 'answer', options = {}, marks: typeof tags | null = tags) =>
  new Draft(0, new ConversationWords('m', marks, true, false), { ...sampling, ...options }, part);

const chunk = (text: string, others: Partial<ReplyChoice> = {}): ReplyChoice => ({
  index: 0,
  text,
  ...others,
});
const shown = (tokens: readonly LoggedToken[]) => tokens.map(({ text, role }) => `${role}:${text}`);
const join = (tokens: readonly LoggedToken[], role: string) =>
  tokens
    .filter((token) => token.role === role)
    .map(({ text }) => text)
    .join('');

describe('a reply with a thought in tags', () => {
  const whole = '<think>\nSo it is < 3, </no>.\n</think>\n\nIt is <b>2</b>.';

  test('is told apart wherever its pieces are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        const one = draft();
        const tokens = places
          .slice(1)
          .flatMap((end, at) => one.take(chunk(whole.slice(places[at], end))))
          .concat(one.take(chunk('', { finish_reason: 'stop' })));
        expect(tokens.map(({ text }) => text).join('')).toBe(whole);
        expect(join(tokens, 'thought')).toBe('\nSo it is < 3, </no>.\n');
        expect(join(tokens, 'answer')).toBe('\n\nIt is <b>2</b>.');
        expect(join(tokens, 'control')).toBe('<think></think>');
        expect(one.end).toBe('end-of-text');
      }),
    );
  });

  test('that was opened in the prompt may be opened once more', () => {
    const one = draft('thought');
    expect(shown([...one.take(chunk('<thi')), ...one.take(chunk('nk>\nSo.</think>2'))])).toEqual([
      'thought:\n',
      'thought:So.',
      'control:</think>',
      'answer:2',
    ]);
  });
});

test('a thought in a field of its own gets tags here', () => {
  const one = draft();
  const say = (delta: ReplyChoice['delta']) => one.take({ index: 0, delta });
  expect(
    shown([...say({ reasoning_content: 'So' }), ...say({ reasoning: ' be it' }), ...say({ content: '2' })]),
  ).toEqual(['control:<think>', 'thought:So', 'thought: be', 'thought: it', 'control:</think>', 'answer:2']);
});

test('a stop ends the text behind it, whatever comes with it', () => {
  const one = draft('answer', { stop: ['\n\n'] }, null);
  expect(
    shown([...one.take(chunk('One.\n')), ...one.take(chunk('\nTwo.')), ...one.take(chunk('Three'))]),
  ).toEqual(['answer:One.', 'answer:\n', 'answer:\n']);
  expect(one.end).toBe('stop');
});

test('tokens are those that the server names, with their likelihoods', () => {
  const one = draft('answer', { alternatives: 1 }, null);
  const logprobs = {
    tokens: ['13', '-', '<eos>'],
    token_logprobs: [-0.5, 0.0004, -9999],
    top_logprobs: [{ '12': -1, '13': -0.5 }, null, null],
  };
  const tokens = one.take(chunk(' 13 -', { logprobs, finish_reason: 'stop' }));
  expect(tokens.map(({ text, logprob }) => [text, logprob])).toEqual([
    [' 13', -0.5],
    [' -', 0],
  ]);
  expect(tokens[0]?.alternatives.map(({ text }) => text)).toEqual(['13']);
});

test('a text that is written once more is told from another', () => {
  const again = (text: string) => {
    const one = draft('answer', {}, null);
    one.take(chunk('One two'));
    one.fromTheStart();
    return { tokens: shown(one.take(chunk(text))), strayed: one.strayed };
  };
  expect(again('One two three')).toEqual({ tokens: ['answer: three'], strayed: false });
  expect(again('Another text')).toMatchObject({ strayed: true });
});

test('no more tokens come than were asked for', () => {
  const one = draft('answer', { maxTokens: 2 }, null);
  expect(one.take(chunk('a b c d e'))).toHaveLength(2);
  expect(one.end).toBe('length');
});
