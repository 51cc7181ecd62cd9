import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { answerAtOnce, inSteps, likeExamples, thinkFirst } from '#policy/prompts/answer.ts';
import { workedExamples } from '#policy/prompts/families.ts';
import { valueQuestion, yesNoQuestion } from '#policy/prompts/judge.ts';
import { reviseWords } from '#policy/prompts/revise.ts';
import { traceText } from '#run/trace-text.ts';
import { readWords } from './read-words.ts';
import { startTestServer, type TestServer } from './testing/with-server.ts';

const problems: readonly Problem[] = [
  { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
  {
    family: 'arithmetic',
    terms: [
      { sign: '+', left: 47, right: 6 },
      { sign: '-', left: 38, right: 4 },
    ],
  },
  { family: 'puzzle', text: 'v = 7 . v ?' },
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(['countdown']);
});
afterAll(() => server.close());

function read(words: string) {
  const model = server.models.get('countdown');
  if (!model) throw new Error('not served');
  return readWords(model, words);
}

test.each(problems.map((problem) => [problem.family, problem] as const))(
  'what is said to models that read words is read back: %s',
  (_, problem) => {
    expect(read(thinkFirst(problem, 'high'))).toEqual({ problem, style: { kind: 'think', effort: 'high' } });
    expect(read(thinkFirst(problem, 'low'))).toEqual({ problem, style: { kind: 'think', effort: 'low' } });
    expect(read(inSteps(problem))).toEqual({ problem, style: { kind: 'steps' } });
    expect(read(answerAtOnce(problem))).toEqual({ problem, style: { kind: 'answer-only' } });
    expect(read(likeExamples(problem, workedExamples(problem).slice(0, 2)))).toMatchObject({ problem });
    expect(read(reviseWords(problem, ['13 - 9 = 4', '4 * 6 = 24']))).toMatchObject({ problem });
  },
);

test('the steps of a judge’s question are read back', () => {
  const [problem] = problems;
  if (!problem) throw new Error('no problem');
  const steps = ['13 - 9 = 4 [4 10 4]', '10 - 4 = 6 [4 6]'];
  const judged = read(yesNoQuestion(problem, steps, false));
  expect(judged).toMatchObject({ problem, style: { kind: 'judge', finished: false } });
  const { style } = judged;
  expect(style?.kind === 'judge' && style.steps.map(traceText)).toEqual(steps);
  expect(read(valueQuestion(problem, steps, true))).toMatchObject({
    style: { kind: 'value', finished: true },
  });
});

test('anything else is a problem as people type it', () => {
  expect(read('24: 4 9 10 13')).toEqual({ problem: problems[0], style: null });
});
