import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arithmeticLimits, type Problem } from '#experiment/problem.ts';
import { createCodec } from './codec.ts';
import { parseManifest } from './manifest.ts';
import { joinTokens } from './token-reader.ts';

function codecOf(id: string) {
  const manifest = parseManifest(
    readFileSync(new URL(`../../../public/models/${id}/manifest.json`, import.meta.url)),
    id,
  );
  const codec = createCodec(manifest);
  const texts = (tokens: readonly number[]) => tokens.map((token) => manifest.vocabulary[token]).join(' ');
  return { codec, texts, id: (text: string) => manifest.vocabulary.indexOf(text) };
}

const countdown = codecOf('countdown');
const arithmetic = codecOf('arithmetic');
const game: Problem = { family: 'countdown', numbers: [2, 11, 2, 9], target: 24 };
const sum: Problem = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 47, right: 6 },
    { sign: '-', left: 38, right: 4 },
  ],
};

describe('prompts are those of training', () => {
  test.each([
    [{ kind: 'answer-only' } as const, '<bos> 24 : 2 11 2 9 <none>'],
    [{ kind: 'think', effort: 'low' } as const, '<bos> 24 : 2 11 2 9 <low> <think>'],
    [{ kind: 'steps' } as const, '<bos> 24 : 2 11 2 9 <low> <think>'],
    [{ kind: 'think', effort: 'high' } as const, '<bos> 24 : 2 11 2 9 <high> <think>'],
  ])('%o', (style, expected) => expect(countdown.texts(countdown.codec.prompt(game, style))).toBe(expected));

  test('numbers of the arithmetic model stand units first, with their places', () => {
    const prompt = arithmetic.codec.prompt(sum, { kind: 'think', effort: 'low' });
    expect(arithmetic.texts(prompt)).toBe('<bos> 7@0 4@1 * 6@0 - 8@0 3@1 * 4@0 <low> <think>');
  });

  test('so do larger factors than it was trained on, and the largest sum there is', () => {
    const bigger: Problem = {
      family: 'arithmetic',
      terms: [
        { sign: '+', left: 120, right: 4 },
        { sign: '-', left: 999, right: 9 },
      ],
    };
    expect(arithmetic.texts(arithmetic.codec.prompt(bigger, { kind: 'answer-only' }))).toBe(
      '<bos> 0@0 2@1 1@2 * 4@0 - 9@0 9@1 9@2 * 9@0 <none>',
    );
    const sumOfAll = arithmeticLimits.products * arithmeticLimits.left * 9;
    expect(arithmetic.codec.decode(arithmetic.codec.encode(`${sumOfAll}`))).toBe(`${sumOfAll}`);
  });

  test.each([
    ['worked examples', () => countdown.codec.prompt(game, { kind: 'few-shot', examples: [] })],
    ['questions in words', () => countdown.codec.prompt(game, { kind: 'ask', words: 'Why?' })],
    ['another family', () => countdown.codec.prompt(sum, { kind: 'answer-only' })],
    [
      'a leading minus',
      () =>
        arithmetic.codec.prompt(
          { family: 'arithmetic', terms: [{ sign: '-', left: 47, right: 6 }] },
          { kind: 'answer-only' },
        ),
    ],
  ])('%s are unsupported', (_, prompt) =>
    expect(prompt).toThrow(expect.objectContaining({ name: 'PolicyError', code: 'unsupported' })),
  );
});

describe('a model that has learnt to judge', () => {
  const manifest = parseManifest(
    readFileSync(new URL('../../../public/models/countdown/manifest.json', import.meta.url)),
    'countdown',
  );
  const bare = manifest.vocabulary.filter((text) => !['<judge>', 'yes', 'no'].includes(text));
  const vocabulary = [...bare, '<judge>', 'yes', 'no'];
  const codec = createCodec({ ...manifest, vocabulary, capabilities: { judge: true } });
  const judgePrompt = (trace: string, finished = false) => {
    const prompt = codec.prompt(game, { kind: 'think', effort: 'low' });
    const reader = codec.reader(prompt);
    const step = codec
      .encode(trace)
      .map((id) => ({ id, logprob: -1, forced: false, alternatives: [], ...reader.read(id) }));
    return codec
      .prompt(game, { kind: 'judge', steps: [step], finished })
      .map((token) => vocabulary[token])
      .join(' ');
  };

  test('is asked after the last step, as in training', () => {
    expect(judgePrompt('2 + 9 = 11 [ 11 2 11 ]')).toBe(
      '<bos> 24 : 2 11 2 9 <low> <think> 2 + 9 = 11 [ 11 2 11 ] <judge>',
    );
  });

  test('is shown a high effort where the trace has begun again', () => {
    expect(judgePrompt('2 + 9 = 11 [ 11 2 11 ] Wait 2 * 9 = 18 [ 2 11 18 ]')).toMatch(
      /<high> <think> .* Wait .* <judge>$/,
    );
  });

  test('judges the thought of a finished trace', () => {
    expect(judgePrompt('22 + 2 = 24 </think> ( 22 + 2 ) <eos>', true)).toBe(
      '<bos> 24 : 2 11 2 9 <low> <think> 22 + 2 = 24 <judge>',
    );
  });

  test('needs the tokens for it, and says where it has not learnt it', () => {
    expect(() => createCodec({ ...manifest, vocabulary: bare, capabilities: { judge: true } })).toThrow(
      expect.objectContaining({ code: 'model-damaged' }),
    );
    expect(() =>
      createCodec({ ...manifest, capabilities: {} }).prompt(game, {
        kind: 'judge',
        steps: [],
        finished: false,
      }),
    ).toThrow(expect.objectContaining({ code: 'unsupported' }));
  });
});

describe('text', () => {
  const number = fc.integer({ min: 0, max: 199 }).map(String);

  test.each([
    [countdown, '24 : 2 11 2 9'],
    [
      countdown,
      '2 + 9 = 11 [11 2 11] 11 + 11 = 22 [2 22] 22 + 2 = 24 Wait </think> ((2 + 9) + 11) + 2 <eos>',
    ],
    [arithmetic, '47 * 6 = 40 * 6 + 7 * 6 = 240 + 42 = 282 ok; Wait 10305 fix;'],
  ])('%# comes back as it was', ({ codec }, text) => expect(codec.decode(codec.encode(text))).toBe(text));

  test('of any numbers and signs comes back as it was', () => {
    const words = fc.array(fc.oneof(number, fc.constantFrom('+', '-', '*', '=', 'Wait', '<think>')), {
      maxLength: 20,
    });
    // Two numbers side by side cannot be told from one in a model that writes digits.
    const signed = words.map((list) => list.flatMap((word) => [word, '+']).join(' '));
    fc.assert(
      fc.property(
        words,
        (list) => countdown.codec.decode(countdown.codec.encode(list.join(' '))) === list.join(' '),
      ),
    );
    fc.assert(fc.property(signed, (text) => arithmetic.codec.decode(arithmetic.codec.encode(text)) === text));
  });

  test('is read without spaces and with typographic signs', () => {
    expect(arithmetic.codec.encode('47×6−3')).toEqual(arithmetic.codec.encode('47 * 6 - 3'));
    expect(countdown.codec.encode('(2+9)*2[4]')).toEqual(countdown.codec.encode('( 2 + 9 ) * 2 [ 4 ]'));
  });

  test.each([
    [countdown, '200'],
    [countdown, 'x'],
    [countdown, '😀'],
    [arithmetic, '123456'],
    [arithmetic, '3/4'],
  ])('%# that cannot be spelt is refused', ({ codec }, text) => {
    expect(() => codec.encode(text)).toThrow(expect.objectContaining({ code: 'unknown-token' }));
  });

  test('of a part of a number reads from its own places', () => {
    const { codec, id } = arithmetic;
    expect(codec.decode([id('8@2')])).toBe('8');
    expect(codec.decode([id('8@1'), id('2@2'), id('+')])).toBe('28 +');
  });

  test('shows a digit out of its place as what makes no number', () => {
    const { codec, id } = arithmetic;
    expect(codec.decode([id('='), id('7@0'), id('3@0'), id('+')])).toBe('= ?7 +');
    expect(codec.decode([id('='), id('7@1')])).toBe('= ?');
  });
});

describe('a reader', () => {
  test('knows what part of the trace a token belongs to', () => {
    const { codec } = countdown;
    const prompt = codec.prompt(game, { kind: 'think', effort: 'high' });
    const reader = codec.reader([]);
    const roles = (tokens: readonly number[]) => tokens.map((token) => reader.read(token).role);
    expect(roles(prompt)).toEqual(['control', ...Array<string>(6).fill('prompt'), 'control', 'control']);
    expect(roles(codec.encode('2 + 9 Wait 3 </think> 2 + 9 <eos>'))).toEqual([
      'thought',
      'thought',
      'thought',
      'wait',
      'thought',
      'control',
      'answer',
      'answer',
      'answer',
      'control',
    ]);
  });

  test('takes what follows an answer-only prompt for the answer', () => {
    const { codec } = countdown;
    const reader = codec.reader(codec.prompt(game, { kind: 'answer-only' }));
    expect(reader.read(countdown.id('2'))).toEqual({ text: '2', placement: 'word', role: 'answer' });
  });

  test('reads on from the middle of a number', () => {
    const { codec, id } = arithmetic;
    const prefix = [...codec.encode('<bos> <think> 3 * 94 ='), id('2@0')];
    const reader = codec.reader(prefix);
    expect(reader.read(id('8@1'))).toEqual({ text: '8', placement: 'digit', role: 'thought' });
    expect(reader.read(id('2@2'))).toEqual({ text: '2', placement: 'digit', role: 'thought' });
    expect(reader.read(id(';'))).toEqual({ text: ';', placement: 'joined', role: 'thought' });
  });

  test('gives the pieces that decode puts together', () => {
    const { codec } = arithmetic;
    const tokens = codec.encode('47 * 6 = 282; 38 * 4 = 152;');
    const reader = codec.reader([]);
    expect(joinTokens(tokens.map((token) => reader.read(token)))).toBe(codec.decode(tokens));
  });
});
