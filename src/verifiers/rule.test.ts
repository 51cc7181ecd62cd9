import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moves } from './testing/countdown-moves.ts';
import { arithmeticLimits } from '#experiment/problem.ts';
import { checkTrace } from './rule.ts';
import { game, handTrace, sums } from './testing/harness.ts';
// oxlint-disable-next-line no-restricted-imports -- the tests read facts as people do
import { scoreReasonText } from '#words/reasons.ts';

const scores = (problem: typeof game, text: string, role: 'thought' | 'answer' = 'thought') =>
  checkTrace(problem, handTrace(problem, text, role)).steps;
const why = (problem: typeof game, text: string) =>
  scoreReasonText(checkTrace(problem, handTrace(problem, text)).why);

describe('the rule verifier on a countdown', () => {
  it('passes legal steps with a right answer', () => {
    expect(
      scores(game, '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * (13 - 9) <eos>'),
    ).toEqual([1, 1, 1]);
  });

  it.each([
    ['10 - 4 = 7 [ 9 13 7 ]', '10 - 4 is 6, not 7'],
    ['10 - 5 = 5 [ 4 9 13 5 ]', '5 is not among the numbers left'],
    ['4 + 4 = 8 [ 9 10 13 8 ]', '4 is not among the numbers left'],
    ['10 - 4 = 6 [ 9 13 7 ]', 'the numbers left are 9 13 6, not 9 13 7'],
    ['10 - 4 = 6 [ 9 6 ]', 'the numbers left are 9 13 6, not 9 6'],
    ['10 - 4 = 6 [ 6 6 9 13 ]', 'the numbers left are 9 13 6, not 6 6 9 13'],
    ['10 / 4 = 2 [ 9 13 2 ]', '10 / 4 is 2.5, not 2'],
    ['10 - 4 [ 9 13 6 ]', '“10 - 4 [ 9 13 6 ]” is not a step'],
    [']', '“]” is not a step'],
  ])('fails %s', (step, reason) => {
    expect(scores(game, step)).toEqual([0]);
    expect(why(game, step)).toBe(reason);
  });

  it('fails all steps after one that is wrong', () => {
    expect(scores(game, '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 5 [ 6 5 ] 6 + 5 = 11 </think> 10 - 4 <eos>')).toEqual(
      [1, 0, 0],
    );
  });

  it('takes fractions and negative numbers, exactly', () => {
    expect(
      scores(
        { family: 'countdown', numbers: [3, 3, 8, 8], target: 24 },
        '8 / 3 = 8/3 [ 3 8 8/3 ] 3 - 8/3 = 1/3 [ 8 1/3 ] 8 / 1/3 = 24',
      ),
    ).toEqual([1, 1, 1]);
    expect(scores(game, '4 - 9 = -5 [ 10 13 -5 ]')).toEqual([1]);
  });

  it('divides nothing by zero', () => {
    expect(
      scores(
        { family: 'countdown', numbers: [1, 1, 2, 3], target: 6 },
        '1 - 1 = 0 [ 2 3 0 ] 2 / 0 = 0 [ 3 0 ]',
      ),
    ).toEqual([1, 0]);
  });

  it('starts afresh after "Wait", also in the middle of a step', () => {
    const text =
      '10 - 4 = 7 [ 9 13 7 ] 13 - 9 = 4 [ 7 4 ] 7 * 4 = 28 Wait 10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * (13 - 9) <eos>';
    expect(scores(game, text)).toEqual([0, 0, 1, 1, 1]);
  });

  it('scores a finished trace without a right answer 0 at its end, whatever its steps', () => {
    const steps = '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24';
    expect(scores(game, `${steps} </think> <eos>`)).toEqual([1, 1, 0]);
    expect(scores(game, `${steps} </think> (10 - 4) * 4 <eos>`)).toEqual([1, 1, 0]);
    expect(why(game, `${steps} </think> 10 + 4 + 9 + 13 <eos>`)).toContain('makes 36, not 24');
  });

  it('reads steps in words, each equality by itself', () => {
    expect(scores(game, 'First I take 10 - 4 = 6 ; so then 13 - 9 = 4 ;', 'answer')).toEqual([1, 1]);
    expect(scores(game, 'First I take 10 - 4 = 5 ; fine', 'answer')).toEqual([0, 0]);
    expect(scores(game, 'Let x + 4 = 10 and 2x = 12 ;', 'answer')).toEqual([1]);
  });

  it('checks an answer that was given at once', () => {
    expect(scores(game, '(10 - 4) * (13 - 9) <eos>', 'answer')).toEqual([1]);
    expect(scores(game, '(10 - 4) * (13 + 9) <eos>', 'answer')).toEqual([0]);
  });

  it('passes any legal play, and fails it once a result is changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 4, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        fc.nat(2),
        fc.integer({ min: 1, max: 5 }),
        (numbers, choices, spoilt, by) => {
          const problem = { family: 'countdown' as const, numbers, target: 24 };
          let left: readonly number[] = numbers;
          const steps: string[] = [];
          const wrong: string[] = [];
          for (const [index, choice] of choices.entries()) {
            const options = moves(left);
            const move = options[choice % options.length]!;
            left = move.left;
            const list = left.length > 1 ? `[ ${left.join(' ')} ]` : '';
            steps.push(`${move.text} = ${move.result} ${list}`);
            wrong.push(`${move.text} = ${move.result + (index === spoilt ? by : 0)} ${list}`);
          }
          expect(scores(problem, steps.join(' '))).toEqual([1, 1, 1]);
          expect(scores(problem, wrong.join(' '))).toEqual([0, 1, 2].map((step) => (step < spoilt ? 1 : 0)));
        },
      ),
    );
  });
});

describe('the rule verifier on arithmetic', () => {
  const right = '47 * 6 = 40 * 6 + 7 * 6 = 240 + 42 = 282 ; 38 * 4 = 152 ; 282 + 152 = 434 ;';

  it('passes right chains, the answer being what they say', () => {
    expect(scores(sums, `${right} </think> 434 <eos>`)).toEqual([1, 1, 1, 1]);
    expect(scores(sums, `${right} </think> 444 <eos>`)).toEqual([1, 1, 1, 0]);
  });

  it.each([
    ['47 * 6 = 292 ;', '47 * 6 is 282, not 292'],
    ['47 * 6 = 40 * 6 + 7 * 6 = 240 + 43 = 283 ;', '40 * 6 + 7 * 6 is 282, not 240 + 43'],
    ['48 * 6 = 288 ;', '“48 * 6” is not in the problem'],
    ['47 * 6 ;', '“47 * 6” is not an equation'],
    ['47 * 6 = 282 ; 282 + 151 = 433 ;', '“282 + 151” is not in the problem'],
    ['47 * 6 = 282 ; 38 * 4 = 152 ; 282 - 152 = 130 ;', '“282 - 152” is not in the problem'],
  ])('fails %s', (text, reason) => {
    expect(scores(sums, text).at(-1)).toBe(0);
    expect(why(sums, text)).toBe(reason);
  });

  it('keeps a fault until a check makes it good, sums included', () => {
    const text =
      '47 * 6 = 292 ; 38 * 4 = 152 ; 292 + 152 = 444 ; Wait 38 * 4 = 152 ok ; Wait 47 * 6 = 282 fix ; 282 + 152 = 434 ; </think> 434 <eos>';
    expect(scores(sums, text)).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  it('does not take an old sum for the sum of a product that was corrected', () => {
    expect(
      scores(
        sums,
        '47 * 6 = 292 ; 38 * 4 = 152 ; 292 + 152 = 444 ; Wait 47 * 6 = 282 fix ; </think> 444 <eos>',
      ),
    ).toEqual([0, 0, 0, 1, 0]);
  });

  it('reads the problem in one line too', () => {
    expect(scores(sums, '47 * 6 + 38 * 4 = 282 + 152 = 434 ; </think> 434 <eos>')).toEqual([1, 1]);
  });

  it('follows three terms with a minus', () => {
    const three = {
      family: 'arithmetic' as const,
      terms: [
        ...(sums.family === 'arithmetic' ? sums.terms : []),
        { sign: '-' as const, left: 12, right: 7 },
      ],
    };
    expect(scores(three, `${right} 12 * 7 = 84 ; 434 - 84 = 350 ; </think> 350 <eos>`)).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
    expect(scores(three, `${right} 12 * 7 = 84 ; 434 + 84 = 518 ; </think> 518 <eos>`).slice(-2)).toEqual([
      0, 0,
    ]);
  });

  it.each([
    ['123 * 4 = 120 * 4 + 3 * 4 = 480 + 12 = 492 ;', 1],
    ['123 * 4 = 100 * 4 + 23 * 4 = 400 + 92 = 492 ;', 1],
    ['123 * 4 = 100 * 4 + 20 * 4 + 3 * 4 = 400 + 80 + 12 = 492 ;', 1],
    ['123 * 4 = 130 * 4 - 7 * 4 = 520 - 28 = 492 ;', 1],
    ['123 * 4 = 120 * 4 + 2 * 4 = 480 + 8 = 488 ;', 0],
    ['123 * 4 = 120 * 4 + 3 * 4 = 480 + 12 = 482 ;', 0],
    ['23 * 4 = 92 ;', 0],
    ['123 * 4 = 492 ; 987 * 8 = 7896 ; 492 + 7896 = 8388 ; </think> 8388 <eos>', 1],
    ['123 * 4 = 492 ; 987 * 8 = 7896 ; 492 + 7896 = 8388 ; </think> 8,388 <eos>', 1],
    ['123 * 4 = 492 ; 987 * 8 = 7896 ; 492 + 7896 = 8378 ; </think> 8378 <eos>', 0],
    ['123 × 4 = 492 ; 987 × 8 = 7,896 ; 492 + 7,896 = 8,388 ; </think> 8388 <eos>', 1],
    ['so 987 × 8 = 7,896 and 492 + 7,896 = 8,388 ; </think> 8388 <eos>', 1],
    ['so 987 × 8 = 7,886 ;', 0],
  ])('follows larger numbers: %s', (text, score) => {
    const bigger = {
      family: 'arithmetic' as const,
      terms: [
        { sign: '+' as const, left: 123, right: 4 },
        { sign: '+' as const, left: 987, right: 8 },
      ],
    };
    expect(scores(bigger, text).at(-1)).toBe(score);
  });

  it('passes a product however it is split, and fails it once a number is changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: arithmeticLimits.left }),
        fc.integer({ min: 2, max: 9 }),
        fc.nat(),
        fc.integer({ min: 1, max: 999 }),
        fc.nat(2),
        (left, solution, cut, by, spoilt) => {
          const first = 1 + (cut % (left - 1));
          const rest = left - first;
          const numbers = [first * solution, rest * solution, left * solution];
          const score = ([a, b, product]: readonly number[]) =>
            scores(
              { family: 'arithmetic', terms: [{ sign: '+', left, right: solution }] },
              `${left} * ${solution} = ${first} * ${solution} + ${rest} * ${solution} = ${a} + ${b} = ${product} ;`,
            );
          expect(score(numbers)).toEqual([1]);
          expect(score(numbers.map((number, index) => (index === spoilt ? number + by : number)))).toEqual([
            0,
          ]);
        },
      ),
    );
  });

  it('does not believe an answer that nothing leads to', () => {
    expect(scores(sums, '434 <eos>', 'answer')).toEqual([0]);
    expect(scores(sums, 'We get 282 + 152 = 434 ; The answer is 434 <eos>', 'answer')).toEqual([1, 1]);
  });
});

it('always gives each step a 0 or a 1, whatever was written', () => {
  const word = fc.constantFrom(
    '1',
    '24',
    '-',
    '+',
    '*',
    '/',
    '=',
    '[',
    ']',
    ';',
    '(',
    ')',
    'Wait',
    '</think>',
    'ok',
    'so',
    '47',
    '6',
    '?',
  );
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 40 }),
      fc.constantFrom(game, sums),
      fc.boolean(),
      (words, problem, ends) => {
        const trace = handTrace(problem, `${words.join(' ')} ${ends ? '<eos>' : ''}`.trim());
        const { steps } = checkTrace(problem, trace);
        expect(steps).toHaveLength(trace.steps.length);
        expect(steps.every((score) => score === 0 || score === 1)).toBe(true);
      },
    ),
  );
});
