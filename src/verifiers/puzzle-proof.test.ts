import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAnswer } from '#answers/extract.ts';
import { grade } from '#answers/grade.ts';
import { namesText } from '#answers/names.ts';
import { solvePuzzle } from '#answers/solve-puzzle.ts';
import type { PuzzleProblem } from '#experiment/problem.ts';
import { anyEquations, anyPuzzleText, anyStory } from '#experiment/puzzle/testing/arbitrary.ts';
import { canonicalPuzzle } from '#experiment/puzzle/canonical.ts';
import { valueOf, type Fact } from '#experiment/puzzle/fact.ts';
import { parsePuzzle } from '#experiment/puzzle/parse.ts';
import { puzzles } from '#experiment/puzzles.ts';
import { checkTrace } from './rule.ts';
import { handTrace } from './testing/harness.ts';
import traces from './testing/puzzle-traces.json' with { type: 'json' };
// oxlint-disable-next-line no-restricted-imports -- the tests read facts as people do
import { scoreReasonText } from '#words/reasons.ts';

const puzzle = (text: string): PuzzleProblem => ({ family: 'puzzle', text: canonicalPuzzle(text) });
const scores = (problem: PuzzleProblem, text: string, role: 'thought' | 'answer' = 'thought') =>
  checkTrace(problem, handTrace(problem, text, role)).steps;
const why = (problem: PuzzleProblem, text: string) =>
  scoreReasonText(checkTrace(problem, handTrace(problem, text)).why);

/** Ann 7, Bob 12, then 8 and 11: Cid 19. */
const { story, knights } = puzzles;
const linear = puzzle('v = w + 5. 3 * w + 4 = u. u = 19. v?');
const bags = puzzle(
  'Ann has 8 coins. Ann buys 3 bags of 5 coins. Ann buys 2 bags of 4 coins. How many coins does Ann have?',
);

describe('the rule verifier on a word problem', () => {
  const right =
    'Ann has 7 ; Bob has 7 + 5 = 12 ; Bob has 12 - 4 = 8 ; Ann has 7 + 4 = 11 ; Cid has 11 + 8 = 19 ;';

  it('passes right steps, the answer being what they say', () => {
    expect(scores(story, `${right} </think> 19 <eos>`)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(scores(story, `${right} </think> 20 <eos>`)).toEqual([1, 1, 1, 1, 1, 0]);
    expect(why(story, `${right} </think> 20 <eos>`)).toBe('the answer is 20, but its steps say 19');
    expect(scores(story, `${right.replace(/Cid.*/, '')} </think> 19 <eos>`)).toEqual([1, 1, 1, 1, 0]);
  });

  it('passes terse steps, and either order of what is added', () => {
    expect(
      scores(
        story,
        'Ann has 7 ; Bob has 12 ; Bob has 8 ; Ann has 11 ; Cid has 8 + 11 = 19 ; </think> 19 <eos>',
      ),
    ).toEqual([1, 1, 1, 1, 1, 1]);
    expect(
      scores(
        bags,
        'Ann has 8 ; bags 15 ; Ann has 23 ; bags 2 * 4 = 8 ; Ann has 23 + 8 = 31 ; </think> 31 <eos>',
      ),
    ).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('passes steps that say in names how they follow, and plans, and looks at the names too', () => {
    expect(
      scores(
        story,
        'Ann has 7 ; Bob has Ann + 5 = 7 + 5 = 12 ; Bob has Bob - 4 = 8 ; Ann has 4 + Ann ; Ann has 7 + 4 = 11 ;',
      ),
    ).toEqual([1, 1, 1, 1, 1]);
    expect(scores(bags, 'Ann has 8 ; bags 3 * 5 = 15 ; Ann has Ann + bags = 8 + 15 = 23 ;')).toEqual([
      1, 1, 1,
    ]);
    expect(
      scores(
        linear,
        'v = w + 5 ; 3 * w = u - 4 ; u = 19 ; 3 * w = 19 - 4 = 15 ; w = 15 / 3 = 5 ; v = w + 5 = 5 + 5 = 10 ; </think> 10 <eos>',
      ),
    ).toEqual(Array(7).fill(1));
    // A wrong plan is a fault until the step itself is right.
    expect(scores(linear, 'v = u + 5 ; u = 19 ; 3 * w = 15 ; w = 5 ; v = w + 5 = 5 + 5 = 10 ;')).toEqual([
      0, 0, 0, 0, 1,
    ]);
  });

  it('passes sub-questions and the problem in other words', () => {
    expect(
      scores(
        story,
        'In other words: Ann = 7 , Bob = Ann + 5 , Cid ? ; Sub-question: Ann ? ; Answer: Ann has 7 ; Sub-question: Bob ? ; Answer: Bob has 7 + 5 = 13 ;',
      ),
    ).toEqual([1, 1, 1, 1, 0]);
  });

  it.each([
    ['Ann has 8 ;', 'Ann has 7, not 8'],
    // True only later.
    ['Ann has 11 ;', 'Ann has 7, not 11'],
    ['Ann has 3 + 4 = 7 ;', 'it is said that Ann has 7: nothing is to be worked out'],
    ['Ann has 7 ; Bob has 7 + 5 = 13 ;', '7 + 5 is 12, not 13'],
    ['Ann has 7 ; Bob has 13 ;', 'Bob has 7 + 5, not 13'],
    ['Ann has 7 ; Bob has 8 + 5 = 13 ;', 'Bob has 7 + 5, not 8 + 5'],
    ['Ann has 7 ; Bob has Cid + 5 = 7 + 5 = 12 ;', 'Bob has Ann + 5, not Cid + 5'],
    ['Ann has 7 ; Bob has Ann - 5 ;', 'Bob has Ann + 5, not Ann - 5'],
    ['Ann has Bob + 5 ;', 'Ann has 7, not Bob + 5'],
    ['Ann has 7 ; Bob has Ann + 5 = Ann + 5 = 12 ;', '“Bob has Ann + 5 = Ann + 5 = 12” is not a step'],
    ['Ann has 7 ; Bob has 7 + 5 ;', '“Bob has 7 + 5” is not a step'],
    ['Bob has 7 + 5 = 12 ;', 'Ann has no number yet'],
    ['Dan has 7 ;', 'nothing has to be known of Dan'],
    ['together 7 + 12 = 19 ;', 'nothing has to be known of together'],
    ['Ann Bob ;', '“Ann Bob” is not a step'],
    ['12 ;', '“12” is not a step'],
    ['Ann finds more ;', '“Ann finds more” is not a step'],
    ['Ann has 8 apples ;', 'Ann has 7, not 8'],
  ])('fails %s', (text, reason) => {
    expect(scores(story, text).at(-1)).toBe(0);
    expect(why(story, text)).toBe(reason);
  });

  it('keeps a fault until a check mends it, and then wants what hung on it again', () => {
    const slipped =
      'Ann has 7 ; Bob has 7 + 5 = 13 ; Bob has 13 - 4 = 9 ; Ann has 11 ; Cid has 11 + 9 = 20 ;';
    expect(scores(story, slipped)).toEqual([1, 0, 0, 0, 0]);
    const mended = `${slipped} Wait Ann has 7 ok ; Wait Bob has 7 + 5 = 12 fix ; Bob has 12 - 4 = 8 ; Ann has 7 + 4 = 11 ; Cid has 11 + 8 = 19 ; </think> 19 <eos>`;
    expect(scores(story, mended)).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(scores(story, `${slipped} Wait Bob has 7 + 5 = 12 fix ; </think> 19 <eos>`).at(-1)).toBe(0);
  });

  it('knows the facts of one person apart in checks', () => {
    const checked = `${right} Wait Ann has 7 ok ; Wait Bob has 7 + 5 = 12 ok ; Wait Bob has 12 - 4 = 8 ok ; Wait Ann has 7 + 4 = 11 ok ; Wait Cid has 11 + 8 = 19 ok ; Wait Ann has 7 ok ;`;
    expect(scores(story, checked)).toEqual(Array(11).fill(1));
    expect(
      scores(
        story,
        `${right} Wait Ann has 7 ok ; Wait Bob has 7 + 5 = 12 ok ; Wait Bob has 12 - 4 = 9 fix ;`,
      ).at(-1),
    ).toBe(0);
  });

  it('does not take a wrong “ok”', () => {
    const slipped = 'Ann has 7 ; Bob has 13 ;';
    expect(scores(story, `${slipped} Wait Bob has 7 + 5 = 12 ok ;`).at(-1)).toBe(0);
    expect(scores(story, `${slipped} Wait Bob has 7 + 5 = 12 fix ;`).at(-1)).toBe(1);
  });

  it('reads sentences, each equality by itself', () => {
    expect(
      scores(
        story,
        'Bob first has 7 + 5 = 12 apples ; Then Cid gets 8 + 11 = 19 ; The answer is 19 <eos>',
        'answer',
      ),
    ).toEqual([1, 1, 1]);
    expect(scores(story, 'Bob first has 7 + 5 = 13 apples ;', 'answer')).toEqual([0]);
    expect(scores(story, '19 <eos>', 'answer')).toEqual([0]);
  });
});

describe('the rule verifier on equations', () => {
  it('passes linear equations in two steps', () => {
    expect(
      scores(linear, 'u = 19 ; 3 * w = 19 - 4 = 15 ; w = 15 / 3 = 5 ; v = 5 + 5 = 10 ; </think> 10 <eos>'),
    ).toEqual([1, 1, 1, 1, 1]);
    expect(scores(linear, 'u = 19 ; 3 * w = 15 ; w = 5 ; v = 10 ; </think> 10 <eos>')).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(scores(linear, 'u = 19 ; 3 * w = 19 + 4 = 23 ;')).toEqual([1, 0]);
    expect(why(linear, 'u = 19 ; 3 * w = 19 + 4 = 23 ;')).toBe('3 * w is 19 - 4, not 19 + 4');
    expect(why(linear, 'u = 19 ; 3 * w = 15 ; w = 15 / 4 = 3 ;')).toBe('15 / 4 is not a whole number');
  });

  it('does not let a step begin with what nobody needs', () => {
    expect(scores(puzzle('v = 7. w = 3. v?'), 'w = 3 ; Wait v = 7 ok ;')).toEqual([0, 1]);
  });
});

describe('the rule verifier on knights and knaves', () => {
  it('passes what follows, a clash, and what fits after "Wait"', () => {
    const text =
      'suppose Ann knight ; Ann says Bob is a knave , Bob knave ; Bob says Ann and Cid are different , Cid knight ; Cid says Bob is a knight , clash ; Wait suppose Ann knave ; Ann says Bob is a knave , Bob knight ; Cid says Bob is a knight , Cid knight ; Bob says Ann and Cid are different , ok ; fits ; </think> Bob Cid <eos>';
    expect(scores(knights, text)).toEqual(Array(10).fill(1));
    expect(scores(knights, text.replace('Bob Cid <eos>', 'Cid Bob <eos>'))).toEqual(Array(10).fill(1));
    expect(scores(knights, text.replace('Bob Cid <eos>', 'Bob <eos>')).at(-1)).toBe(0);
    expect(why(knights, text.replace('Bob Cid <eos>', 'Bob Dan <eos>'))).toBe('nobody speaks of Dan');
  });

  it('passes sub-questions', () => {
    expect(
      scores(
        knights,
        'In other words: Bob says Ann and Cid are different , Who is a knight ? ; suppose Ann knight ; Sub-question: Bob ? ; Answer: Bob knave ;',
      ),
    ).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['Bob knave ;', 'nothing shows that Bob is a knave'],
    ['suppose Ann knight ; Bob knight ;', 'nothing shows that Bob is a knight'],
    ['suppose Ann knight ; Ann knave ;', 'Ann is a knight in this attempt'],
    ['suppose Ann knight ; suppose Ann knave ;', 'Ann is a knight in this attempt'],
    ['suppose Ann knight ; fits ;', 'nothing is known of Bob yet'],
    ['suppose Ann knight ; Bob knave ; Cid knight ; fits ;', 'what Cid says does not fit'],
    ['suppose Ann knight ; Ann says Bob is a knave , clash ;', 'what Ann says can still fit'],
    [
      'suppose Ann knight ; Bob knave ; Cid knight ; Cid says Bob is a knight , clash ; Bob knave ;',
      'after a clash nothing follows',
    ],
    ['suppose Ann knight ; Ann says Bob is a knave , ok ;', 'what Ann says is not sure to fit yet'],
    [
      'suppose Ann knight ; Bob knave ; Cid knight ; Cid says Bob is a knight , ok ;',
      'what Cid says does not fit',
    ],
    ['suppose Ann knight ; Ann says Bob is a knave , open ;', 'what Ann says does decide something'],
    ['suppose Ann knight ; Cid says Bob is a knight , open ;', 'every step so far is right by rule'],
    ['suppose Ann knight ; Cid says Bob is a knight , Bob knave ;', 'nothing shows that Bob is a knave'],
    [
      'suppose Ann knight ; Ann says Bob is a knight , Bob knight ;',
      '“Ann says Bob is a knight” is nowhere said',
    ],
    ['suppose Ann knight ; clash ;', '“clash” is said of no statement'],
    [
      'suppose Bob knave ; Cid says Bob is a knight , Cid knave ; Bob says Ann and Cid are different , Ann knave ;',
      'every step so far is right by rule',
    ],
    ['suppose Dan knight ;', 'nobody speaks of Dan'],
    ['Ann says Bob ;', '“Ann says Bob” is not a step'],
    ['Ann says Bob is a knave ;', 'every step so far is right by rule'],
    ['suppose Ann is a knight ; Bob is a knave ;', 'every step so far is right by rule'],
    ['suppose Ann is a knight ; Bob is a knight ;', 'nothing shows that Bob is a knight'],
    ['Therefore Bob must be one ;', 'every step so far is right by rule'],
  ])('%s', (text, reason) => expect(why(knights, text)).toBe(reason));

  it('keeps a fault until the attempt ends', () => {
    expect(
      scores(knights, 'suppose Ann knight ; Bob knight ; Bob knave ; Wait suppose Bob knight ; Ann knave ;'),
    ).toEqual([1, 0, 0, 1, 1]);
  });

  it('lets nothing follow from a statement that cannot hold', () => {
    expect(scores(knights, 'suppose Ann knight ; suppose Bob knight ; Cid knave ;')).toEqual([1, 1, 1]);
    // Ann’s statement cannot hold any more, Cid’s is satisfied by Cid the knight alone.
    expect(
      scores(
        puzzle(
          'Ann says Bob is a knave. Bob says Ann is a knave. Cid says Ann and Bob are different. Ann says Cid is a knave. Who is a knight?',
        ),
        'suppose Ann knight ; suppose Bob knight ; Cid knight ;',
      ).at(-1),
    ).toBe(0);
  });

  it('checks an answer that was given at once', () => {
    expect(scores(knights, 'Bob Cid <eos>', 'answer')).toEqual([1]);
    expect(scores(knights, 'Ann Cid <eos>', 'answer')).toEqual([0]);
    expect(scores(knights, 'nobody <eos>', 'answer')).toEqual([0]);
  });
});

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
