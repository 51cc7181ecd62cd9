import { describe, expect, test } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { readablePuzzle } from '#experiment/puzzle/canonical.ts';
import type { LoggedToken } from '#run/events.ts';
import type { PromptStyle } from '../language-model.ts';
import { workedExamples } from '../prompts/families.ts';
import { createCodec } from './codec.ts';
import { puzzleVocabulary } from './testing/puzzle-vocabulary.ts';

const all = { fewShot: true, judge: true, value: true, questions: true } as const;
const codec = createCodec({
  family: 'puzzle',
  name: 'Puzzles',
  vocabulary: [...puzzleVocabulary],
  capabilities: all,
});
const text = 'Ann has 7 apples . Bob has 5 more apples than Ann . How many apples does Bob have ?';
const problem: Problem = { family: 'puzzle', text };
const texts = (tokens: readonly number[]) => tokens.map((token) => puzzleVocabulary[token]).join(' ');
const prompt = (style: PromptStyle) => texts(codec.prompt(problem, style));

/** Tokens that the model wrote after the prompt for a thought. */
function written(trace: string): readonly LoggedToken[] {
  const reader = codec.reader(codec.prompt(problem, { kind: 'steps' }));
  return codec
    .encode(trace)
    .map((id) => ({ id, logprob: -1, forced: false, alternatives: [], ...reader.read(id) }));
}

describe('a model that has learnt every skill', () => {
  test('is asked to judge the thought, and to value thought and answer, at low effort as in training', () => {
    const steps = [written('Ann has 7 ; Wait Ann has 7 ok ; Bob has 12 ; </think> 12 <eos>')];
    expect(prompt({ kind: 'judge', steps, finished: true })).toBe(
      `<bos> ${text} <low> <think> Ann has 7 ; Wait Ann has 7 ok ; Bob has 12 ; <judge>`,
    );
    expect(prompt({ kind: 'value', steps, finished: true })).toBe(
      `<bos> ${text} <low> <think> Ann has 7 ; Wait Ann has 7 ok ; Bob has 12 ; </think> 12 <value>`,
    );
    expect(prompt({ kind: 'value', steps: [written('Ann has 7 ;')], finished: false })).toBe(
      `<bos> ${text} <low> <think> Ann has 7 ; <value>`,
    );
  });

  test('is shown three worked examples at most, in its own words, before the problem', () => {
    const examples = workedExamples(problem);
    const shown = prompt({ kind: 'few-shot', examples: examples.slice(0, 1) });
    expect(shown).toBe(
      `<bos> ${text} <low> <think> Ann has 7 ; Bob has Ann + 5 = 7 + 5 = 12 ; </think> 12 <next> ${text} <low> <think>`,
    );
    expect(prompt({ kind: 'few-shot', examples }).match(/<next>/g)).toHaveLength(3);
    expect(prompt({ kind: 'few-shot', examples: [] })).toBe(prompt({ kind: 'steps' }));
  });

  test('can spell every worked example as it is shown to people', () => {
    for (const { question, thought, answer } of workedExamples(problem)) {
      for (const part of [question, thought, answer])
        expect(readablePuzzle(texts(codec.encode(part)))).toBe(part);
    }
  });

  test('spells its own words for actions, each one token', () => {
    expect(
      codec
        .encode('In other words: Ann = 7 , Ann ? ; Sub-question: Ann ? ; Answer: Ann has 7 ;')
        .map((id) => puzzleVocabulary[id]),
    ).toEqual([
      'In other words:',
      'Ann',
      '=',
      '7',
      ',',
      'Ann',
      '?',
      ';',
      'Sub-question:',
      'Ann',
      '?',
      ';',
      'Answer:',
      'Ann',
      'has',
      '7',
      ';',
    ]);
  });

  test('what it says of a thought is no part of it, and a problem comes after an example', () => {
    const roleAfter = (style: PromptStyle, token: string) =>
      codec.reader(codec.prompt(problem, style)).read(puzzleVocabulary.indexOf(token)).role;
    expect(roleAfter({ kind: 'value', steps: [written('Ann has 7 ;')], finished: false }, 'sure')).toBe(
      'answer',
    );
    expect(roleAfter({ kind: 'few-shot', examples: workedExamples(problem) }, 'Ann')).toBe('thought');
    const reader = codec.reader([]);
    const roles = codec
      .prompt(problem, { kind: 'few-shot', examples: workedExamples(problem).slice(0, 1) })
      .map((id) => reader.read(id).role);
    expect(roles.slice(-text.split(' ').length - 3)).toEqual([
      'control',
      ...Array<string>(text.split(' ').length).fill('prompt'),
      'control',
      'control',
    ]);
  });
});

describe('a skill', () => {
  const styles = {
    judge: { kind: 'judge', steps: [], finished: false },
    value: { kind: 'value', steps: [], finished: false },
    fewShot: { kind: 'few-shot', examples: [] },
  } as const satisfies Partial<Record<keyof typeof all, PromptStyle>>;

  test.each(['judge', 'value', 'fewShot'] as const)(
    '%s is refused in words where it was not learnt',
    (one) => {
      const without = createCodec({
        family: 'puzzle',
        name: 'Puzzles',
        vocabulary: [...puzzleVocabulary],
        capabilities: { ...all, [one]: false },
      });
      expect(() => without.prompt(problem, styles[one])).toThrow(
        expect.objectContaining({ name: 'PolicyError', code: 'unsupported' }),
      );
      expect(() => codec.prompt(problem, styles[one])).not.toThrow();
    },
  );

  test.each(['<judge>', 'yes', '<value>', 'likely', 'Sub-question:', 'In other words:', '<next>'])(
    'needs its token %s',
    (token) => {
      const vocabulary = puzzleVocabulary.filter((other) => other !== token);
      expect(() => createCodec({ family: 'puzzle', name: 'Puzzles', vocabulary, capabilities: all })).toThrow(
        expect.objectContaining({ code: 'model-damaged', message: expect.stringContaining(token) }),
      );
      expect(() =>
        createCodec({ family: 'puzzle', name: 'Puzzles', vocabulary, capabilities: {} }),
      ).not.toThrow();
    },
  );
});
