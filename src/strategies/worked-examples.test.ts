import { describe, expect, it } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { grade } from '#answers/grade.ts';
import { evaluateExpression } from '#answers/expression.ts';
import { extractAnswer } from '#answers/extract.ts';
import { parseExpression } from '#answers/parse-expression.ts';
import { rationalText } from '#answers/rational.ts';
import { checkTrace } from '#verifiers/rule.ts';
import { handTrace } from '#verifiers/testing/harness.ts';
import { puzzleWords } from '#experiment/puzzle/canonical.ts';
import { parsePuzzle } from '#experiment/puzzle/parse.ts';
import { workedText } from '#policy/prompts/examples.ts';
import { workedExamples } from '#policy/prompts/families.ts';

describe('the worked examples', () => {
  const problems: Record<'countdown' | 'arithmetic', (question: string) => Problem> = {
    countdown: (question) => {
      const [target, ...numbers] = question.match(/\d+/g)!.map(Number);
      return { family: 'countdown', numbers, target: target! };
    },
    arithmetic: (question) => ({
      family: 'arithmetic',
      terms: [...question.matchAll(/([+−]?) ?(\d+) × (\d+)/g)].map(([, sign, left, right]) => ({
        sign: sign === '−' ? '-' : '+',
        left: Number(left),
        right: Number(right),
      })),
    }),
  };
  it.each(['countdown', 'arithmetic'] as const)('of %s are all right', (family) => {
    for (const example of workedExamples(problems[family]('1 2'))) {
      const { question } = example;
      const problem = problems[family](question);
      const worked = workedText(example);
      const answer = extractAnswer(problem, worked);
      expect(answer && grade(problem, answer), question).toMatchObject({ outcome: 'right' });
      for (const sentence of worked.split(/[.,]\s/)) {
        const sides = sentence.split(' = ').map((side) => parseExpression(side.replace(/^.*: /, '')));
        if (sides.length < 2) continue;
        const values = sides.map((side) =>
          side ? rationalText(evaluateExpression(side)!) : `not read: ${sentence}`,
        );
        expect(new Set(values).size, sentence).toBe(1);
      }
    }
  });
});

describe('the worked examples in words', () => {
  const answers = ['15', '15', '20', '1.1', 'Ida', '30', 'Monday', '2'];
  it('are all right', () => {
    const examples = workedExamples({ family: 'question', text: '?' });
    expect(examples).toHaveLength(answers.length);
    for (const [index, example] of examples.entries()) {
      const { question } = example;
      const worked = workedText(example);
      const problem: Problem = { family: 'question', text: question, answer: answers[index]! };
      const answer = extractAnswer(problem, worked);
      expect(answer && grade(problem, answer), question).toMatchObject({ outcome: 'right' });
      for (const [, left, right] of worked.matchAll(/(\d[\d */+-]*) = (\d+)/g))
        expect(rationalText(evaluateExpression(parseExpression(left!)!)!), left).toBe(right);
    }
  });
});

describe('the worked puzzles', () => {
  const asked = {
    story: 'Ann has 4 pears . How many pears does Ann have ?',
    equations: 'v = 3 . v ?',
    knights: 'Who is a knight ?',
  } as const;
  const kindOf = (text: string) => parsePuzzle(text).kind;

  it.each(Object.entries(asked))(
    'of the kind %s come first where one is asked, and the others after them',
    (kind, text) => {
      const kinds = workedExamples({ family: 'puzzle', text }).map(({ question }) => kindOf(question));
      expect(kinds).toHaveLength(8);
      expect(kinds.lastIndexOf(kind as (typeof kinds)[number])).toBe(
        kinds.filter((one) => one === kind).length - 1,
      );
      expect(new Set(kinds)).toEqual(new Set(Object.keys(asked)));
    },
  );

  it('are right, step by step, by rule', async () => {
    for (const example of workedExamples({ family: 'puzzle', text: asked.story })) {
      const problem: Problem = { family: 'puzzle', text: puzzleWords(example.question).join(' ') };
      const trace = handTrace(
        problem,
        `${puzzleWords(example.thought).join(' ')} </think> ${example.answer} <eos>`,
      );
      expect(checkTrace(problem, trace), example.question).toMatchObject({ steps: trace.steps.map(() => 1) });
      const answer = extractAnswer(problem, workedText(example));
      expect(answer && grade(problem, answer), example.question).toMatchObject({ outcome: 'right' });
      const said = parsePuzzle(example.question);
      // Nothing that the question does not need: each fact once, after plans for it.
      const worked = example.thought
        .split('; ')
        .filter((step) => /\d;?$/.test(step) && !/[a-z] [−+×÷] \d+;?$/.test(step));
      if (said.kind === 'story' || said.kind === 'equations')
        expect(worked, example.question).toHaveLength(said.chain.length);
    }
  });
});
