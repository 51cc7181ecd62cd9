import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAnswer } from '#answers/extract.ts';
import { grade } from '#answers/grade.ts';
import { namesText } from '#answers/names.ts';
import { solvePuzzle } from '#answers/solve-puzzle.ts';
import type { PuzzleProblem } from '#experiment/problem.ts';
import { anyEquations, anyPuzzleText, anyStory } from '#experiment/puzzle/testing/arbitrary.ts';
import { valueOf, type Fact } from '#experiment/puzzle/fact.ts';
import { parsePuzzle } from '#experiment/puzzle/parse.ts';
import { checkTrace } from './rule.ts';
import { handTrace } from './testing/harness.ts';
import { puzzleScores as scores } from './testing/puzzle-scores.ts';
import traces from './testing/puzzle-traces.json' with { type: 'json' };

describe('the teacher’s traces', () => {
  it.each(traces.map((trace) => [trace.thought.slice(0, 60), trace] as const))(
    '%s',
    (_, { text, thought, answer, right, rightSteps }) => {
      const problem: PuzzleProblem = { family: 'puzzle', text };
      const got = scores(problem, `${thought} </think> ${answer} <eos>`);
      expect(
        got.slice(0, -1).map((score) => score === 1),
        thought,
      ).toEqual(rightSteps);
      const given = extractAnswer(problem, `</think> ${answer} <eos>`);
      expect(given !== null && grade(problem, given).outcome === 'right').toBe(right);
      // The rule checker knows no answer, but where all of a thought is right, what it says is right exactly if it follows.
      if (rightSteps.at(-1)) expect(got.at(-1) === 1).toBe(right);
    },
  );
});

describe('of any puzzle', () => {
  const stepOf = ({ subject, working, value }: Fact, terse: boolean): string => {
    const lead = /^[A-Z]/.test(subject)
      ? `${subject} has`
      : /^(together|difference|bags)$/.test(subject)
        ? subject
        : `${subject} =`;
    return working && !terse
      ? `${lead} ${valueOf(working.left)} ${working.operator} ${valueOf(working.right)} = ${value} ;`
      : `${lead} ${value} ;`;
  };
  const chainOf = (text: string): readonly Fact[] => {
    const read = parsePuzzle(text);
    return read.kind === 'story' || read.kind === 'equations' ? read.chain : [];
  };

  it('the chain itself passes, worked out or terse, with its answer; and fails from a changed result on', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyStory, anyEquations),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        fc.nat(),
        (text, terse, spoilt) => {
          const problem: PuzzleProblem = { family: 'puzzle', text };
          const chain = chainOf(text);
          const steps = chain.map((fact, place) => stepOf(fact, terse[place]!));
          expect(scores(problem, `${steps.join(' ')} </think> ${chain.at(-1)!.value} <eos>`)).toEqual([
            ...steps.map(() => 1),
            1,
          ]);
          const at = spoilt % steps.length;
          const changed = steps.map((step, place) =>
            place === at ? step.replace(/(\d+) ;$/, (_, value: string) => `${Number(value) + 1} ;`) : step,
          );
          const got = scores(problem, changed.join(' '));
          expect(got.slice(0, at)).toEqual(steps.slice(0, at).map(() => 1));
          // A changed result may be another fact about the same, as of one who comes to have it later.
          if (!chain.some((fact, place) => place > at && fact.subject === chain[at]!.subject))
            expect(got.slice(at)).toEqual(steps.slice(at).map(() => 0));
        },
      ),
    );
  });

  it('gives each step a 0 or a 1, whatever was written', () => {
    const word = fc.constantFrom(
      'Ann',
      'Bob',
      'has',
      '7',
      '12',
      '+',
      '-',
      '=',
      ';',
      'v',
      '*',
      'Wait',
      '</think>',
      'ok',
      'fix',
      'suppose',
      'knight',
      'knave',
      'clash',
      'fits',
      'so',
      'Answer:',
      'bags',
      'together',
    );
    fc.assert(
      fc.property(anyPuzzleText, fc.array(word, { maxLength: 40 }), fc.boolean(), (text, words, ends) => {
        const problem: PuzzleProblem = { family: 'puzzle', text };
        const trace = handTrace(problem, `${words.join(' ')} ${ends ? '<eos>' : ''}`.trim());
        const { steps } = checkTrace(problem, trace);
        expect(steps).toHaveLength(trace.steps.length);
        expect(steps.every((score) => score === 0 || score === 1)).toBe(true);
      }),
    );
  });

  it('the right answer passes alone where it can be checked against what was said', () => {
    fc.assert(
      fc.property(anyPuzzleText, (text) => {
        const problem: PuzzleProblem = { family: 'puzzle', text };
        const solved = solvePuzzle(problem);
        if (solved.kind === 'names')
          expect(scores(problem, `${namesText(solved.names)} <eos>`, 'answer')).toEqual([1]);
      }),
    );
  });
});
