import { describe, expect, test } from 'vitest';
import { scriptedModel } from '../testing/scripted-model.ts';
import { promptBefore, withStart } from './with-start.ts';

const model = scriptedModel({ completions: ['</think> 24'] });
const problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 } as const;

describe('a model that goes on from a thought', () => {
  const started = withStart(model, '9 - 3 = 6 Wait');

  test('ends its prompts for thinking with it, and no others', () => {
    const promptOf = (style: Parameters<typeof model.prompt>[1]) =>
      model.decode(started.model.prompt({ ...problem, numbers: [...problem.numbers] }, style));
    expect(promptOf({ kind: 'think', effort: 'low' })).toBe('countdown think low 9 - 3 = 6 Wait');
    expect(promptOf({ kind: 'few-shot', examples: [{ question: 'Q', thought: 'T', answer: 'A' }] })).toBe(
      'Q T The answer is A. 9 - 3 = 6 Wait',
    );
    expect(promptOf({ kind: 'answer-only' })).toBe('countdown answer');
    expect(promptOf({ kind: 'ask', words: 'Why ?' })).toBe('Why ?');
    expect(promptOf({ kind: 'value', steps: [], finished: false })).not.toMatch(/Wait$/);
  });

  test('the thought is described as one that was put there', () => {
    expect(started.start.map(({ text, role, forced }) => ({ text, role, forced }))).toEqual(
      ['9', '-', '3', '=', '6', 'Wait'].map((text) => ({ text, role: 'thought', forced: true })),
    );
  });

  test('a prompt is cut before it where it ends with it', () => {
    const prompt = started.model.prompt(
      { ...problem, numbers: [...problem.numbers] },
      { kind: 'think', effort: 'low' },
    );
    expect(model.decode(promptBefore(prompt, started.start)!)).toBe('countdown think low');
    expect(promptBefore(model.encode('6 Wait'), started.start)).toBeNull();
    expect(promptBefore(model.encode('countdown think low 9 - 3 = 7 Wait'), started.start)).toBeNull();
  });

  test.each(['9 - 3 </think> 24', '9 <eos>'])('%s is more than a thought', (text) => {
    expect(() => withStart(model, text)).toThrow(
      expect.objectContaining({
        code: 'unsupported',
        failure: {
          code: 'unsupported',
          why: { kind: 'start-with-tag', tag: expect.stringMatching(/^<.*>$/) },
        },
      }),
    );
  });
});
