import { expect, it } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { modelFacts } from '#policy/models.ts';
import { familiesOf, setUnavailable } from './who-can-answer.ts';

const question: Problem = { family: 'question', text: 'How many?' };
const game: Problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 };

it('a model that reads words answers any set; one that was trained on a family only sets of that', () => {
  const [chat, countdown] = [modelFacts('Qwen3-0.6B-q4f16_1-MLC'), modelFacts('countdown')];
  expect(familiesOf([question, game, question])).toEqual(['countdown', 'question']);
  expect(setUnavailable(familiesOf([game, question]), chat)).toBeNull();
  expect(setUnavailable(familiesOf([game]), countdown)).toBeNull();
  expect(setUnavailable(familiesOf([game, question]), countdown)).toEqual({
    known: ['countdown'],
    wanted: 'question',
  });
});
