import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { puzzles } from '#experiment/puzzles.ts';
import { falseReason, isUntrue } from '#run/facts/false-step.ts';
import type { NodeId } from '#run/search-events.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import { traceText } from '#run/trace-text.ts';
import { falseNodes, falseSteps } from './false-steps.ts';
import { checkTrace } from './rule.ts';
import { splitSteps } from './split-steps.ts';
import { moves } from './testing/countdown-moves.ts';
import { game, sums } from './testing/harness.ts';
import { type WrittenSequence, writtenRun } from './testing/written-run.ts';
import traces from './testing/puzzle-traces.json' with { type: 'json' };
// oxlint-disable-next-line no-restricted-imports -- the tests read facts as people do
import { faultText } from '#words/reasons.ts';

/** What is false of a sequence, as the words it is and what is wrong with them. */
function found(state: RunState, number = 0): readonly string[] {
  const sequence = sequenceOf(state, number)!;
  return falseSteps(state, sequence).map(
    ({ from, to, part, fault }) =>
      `${part === 'answer' ? 'answer ' : ''}${traceText(sequence.tokens.slice(from, to))}: ${faultText(fault)}`,
  );
}

const inSteps = (problem: Problem, text: string, options?: { readonly start?: string }) =>
  found(writtenRun(problem, [{ text }], options));

describe('false steps of a countdown', () => {
  it('are none of a right trace', () => {
    expect(
      inSteps(game, '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * (13 - 9) <eos>'),
    ).toEqual([]);
  });

  it('are the one that is false and not those that go on from it', () => {
    expect(
      inSteps(game, '10 - 4 = 7 [ 9 13 7 ] 13 - 9 = 4 [ 7 4 ] 7 * 4 = 28 </think> (10 - 4) * (13 - 9) <eos>'),
    ).toEqual(['10 - 4 = 7 [ 9 13 7 ]: 10 - 4 is 6, not 7']);
  });

  it('are found in each attempt, and an attempt that was given up in the middle is none', () => {
    expect(
      inSteps(
        game,
        '10 - 4 = 7 [ 9 13 7 ] 13 - 9 Wait 10 - 5 = 5 [ 4 9 13 5 ] Wait 10 - 4 = 6 [ 9 13 6 ] 6 * 9 = 55',
      ),
    ).toEqual([
      '10 - 4 = 7 [ 9 13 7 ]: 10 - 4 is 6, not 7',
      '10 - 5 = 5 [ 4 9 13 5 ]: 5 is not among the numbers left',
    ]);
  });

  it('say what is wrong with the answer by itself', () => {
    expect(
      inSteps(game, '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * 4 <eos>'),
    ).toEqual([expect.stringMatching(/^answer \(10 - 4\) \* 4: the answer /)]);
    expect(found(writtenRun(game, [{ text: '10 + 4 + 9 + 13 <eos>', role: 'answer' }]))).toEqual([
      expect.stringContaining('makes 36, not 24'),
    ]);
  });

  it('go on from a thought that a person began', () => {
    const start = '10 - 4 = 6 [ 9 13 6 ] 13 - 9';
    expect(inSteps(game, '= 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * (13 - 9) <eos>', { start })).toEqual([]);
    expect(inSteps(game, '= 5 [ 6 5 ] 6 + 5 = 11 </think>', { start })).toEqual([
      '= 5 [ 6 5 ]: 13 - 9 is 4, not 5',
    ]);
  });

  it('are exactly the one spoilt step of a legal play, by its own tokens, at every moment of its writing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 4, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
        fc.nat(1),
        fc.integer({ min: 1, max: 5 }),
        (numbers, choices, spoilt, by) => {
          const problem = { family: 'countdown' as const, numbers, target: 24 };
          let left: readonly number[] = numbers;
          const steps = choices.map((choice, index) => {
            const options = moves(left);
            const move = options[choice % options.length]!;
            left = move.left;
            return `${move.text} = ${move.result + (index === spoilt ? by : 0)} [ ${left.join(' ')} ]`;
          });
          const text = steps.join(' ');
          const state = writtenRun(problem, [{ text }]);
          expect(found(state)).toEqual([expect.stringContaining(`${steps[spoilt]}: `)]);
          const to = falseSteps(state, sequenceOf(state, 0)!)[0]!.to;
          const grows = writtenRun(problem, [{ text }]);
          const whole = sequenceOf(grows, 0)!;
          const lengths = [...whole.tokens.keys()];
          // As it is written, and as a person steps back through it.
          for (const length of [...lengths, ...lengths.toReversed()]) {
            const part = { ...whole, tokens: whole.tokens.slice(0, length), end: null };
            expect(falseSteps(grows, part)).toHaveLength(length < to ? 0 : 1);
          }
        },
      ),
    );
  });
});

describe('false steps of sums', () => {
  it('are each product that is wrong, and not those written again rightly', () => {
    expect(
      inSteps(
        sums,
        '47 * 6 = 281 ; 38 * 4 = 150 ; 281 + 150 = 431 ; Wait 47 * 6 = 282 fix ; 38 * 4 = 150 ok ; 282 + 150 = 432 ; </think> 433 <eos>',
      ),
    ).toEqual([
      '47 * 6 = 281 ;: 47 * 6 is 282, not 281',
      '38 * 4 = 150 ;: 38 * 4 is 152, not 150',
      '38 * 4 = 150 ok ;: 38 * 4 is 152, not 150',
      'answer 433: the answer is 433, but its sums say 432',
    ]);
  });

  it('go on from the earlier attempts of their chain', () => {
    const state = writtenRun(sums, [
      {
        text: '47 * 6 = 282 ; 38 * 4 = 152 ; </think> 1 <eos>',
        label: { kind: 'attempt', chain: 1, attempt: 1 },
      },
      {
        text: 'Wait 282 + 152 = 435 ; </think> 435 <eos>',
        label: { kind: 'attempt', chain: 1, attempt: 2 },
      },
    ]);
    expect(found(state, 1)).toEqual(['282 + 152 = 435 ;: 282 + 152 is 434, not 435']);
  });
});

describe('false steps of puzzles', () => {
  it('are none in right steps and right answers', () => {
    for (const { text, thought, answer, right, rightSteps } of traces) {
      if (!right || !rightSteps.every(Boolean)) continue;
      const problem = { family: 'puzzle', text } as const;
      expect(inSteps(problem, `${thought} </think> ${answer} <eos>`)).toEqual([]);
    }
  });

  it('name the fact', () => {
    expect(inSteps(puzzles.story, 'Ann has 7 ; Bob has 7 + 5 = 13 ;')).toEqual([
      'Bob has 7 + 5 = 13 ;: 7 + 5 is 12, not 13',
    ]);
  });
});

describe('a check that says “ok” and another value than before', () => {
  const untrue = (text: string) => {
    const state = writtenRun(puzzles.story, [{ text }]);
    return falseSteps(state, sequenceOf(state, 0)!).map(({ fault }) => [faultText(fault), isUntrue(fault)]);
  };
  const slipped = ['Bob has 7 + 5, not 13', true];

  it('is not false where what it says is true', () => {
    expect(untrue('Ann has 7 ; Bob has 13 ; Wait Bob has 7 + 5 = 12 ok ;')).toEqual([
      slipped,
      ['“ok” although 13 was written before, not 12', false],
    ]);
  });

  it('is false where that is not', () => {
    expect(untrue('Ann has 7 ; Bob has 13 ; Wait Bob has 7 + 5 = 14 ok ;')).toEqual([
      slipped,
      ['7 + 5 is 12, not 14', true],
    ]);
  });
});

describe('false steps of a search', () => {
  const step = (text: string, from: NodeId): WrittenSequence => ({
    text,
    from,
    label: { kind: 'step', step: 1, draw: null },
  });

  it('are the nodes whose own step is false, given those above', () => {
    const state = writtenRun(game, [
      step('10 - 4 = 6 [ 9 13 6 ]', 0),
      step('10 - 4 = 7 [ 9 13 7 ]', 0),
      step('13 - 9 = 4 [ 6 4 ]', 1),
      step('13 - 9 = 4 [ 7 4 ]', 2),
      step('10 - 9 = 1 [ 6 1 ]', 1),
      step('13 - 9 = 4 [ 6 6 4 ]', 1),
    ]);
    expect(
      [...falseNodes(state, [...state.tree.keys()])].map(([node, fault]) => [
        node,
        falseReason(fault),
        faultText(fault),
      ]),
    ).toEqual([
      [2, 'not-so', '10 - 4 is 6, not 7'],
      [5, 'not-there', '10 is not among the numbers left'],
      [6, 'other-left', 'the numbers left are 6 4, not 6 6 4'],
    ]);
  });

  it('are none where a step is only needless', () => {
    const text =
      'Ann has 7 apples. Bob has 5 more apples than Ann. Cid has 9 pears. How many apples does Bob have?';
    const state = writtenRun({ family: 'puzzle', text }, [step('Cid has 9 ;', 0), step('Ann has 8 ;', 0)]);
    expect(found(state, 0)).toEqual(['Cid has 9 ;: nothing has to be known of Cid']);
    expect([...falseNodes(state, [...state.tree.keys()]).keys()]).toEqual([2]);
  });

  it('leave alone what a verifier has written', () => {
    const state = writtenRun(game, [
      { text: '13 - 9 = 5 [ 6 5 ]', label: { kind: 'step-rollout', step: 2, number: 1 } },
      { text: '10 - 4 = 7 ;', label: { kind: 'evaluation', step: 1, number: 1 } },
    ]);
    expect([...found(state, 0), ...found(state, 1)]).toEqual([]);
  });
});

describe('false steps in sentences', () => {
  it('are equalities that do not hold, and nothing else', () => {
    const text = 'First I take 10 - 4 = 6 . ¶ Then 13 - 9 = 5 , so ¶ let x be 5 . ¶ ** hm';
    const state = writtenRun(game, [{ text, role: 'answer' }], { prose: true });
    expect(found(state)).toEqual([expect.stringMatching(/13 - 9 is 4, not 5$/)]);
  });

  it('end behind their last word, not behind the empty line that ends them', () => {
    const state = writtenRun(game, [{ text: 'So 10 - 4 = 7 ¶ ¶ Then', role: 'answer' }], { prose: true });
    const sequence = sequenceOf(state, 0)!;
    const [step] = falseSteps(state, sequence);
    expect(sequence.tokens.slice(step!.from, step!.to).at(-1)!.text).toBe('7');
  });

  it('are unknown where a family has no rules', () => {
    expect(inSteps({ family: 'question', text: 'How much is 2 + 2?' }, '2 + 2 = 5 ;')).toEqual([]);
  });
});

describe('the rule verifier and false steps', () => {
  it('agree where a trace first goes wrong', () => {
    for (const { text, thought, answer } of traces) {
      const problem = { family: 'puzzle', text } as const;
      const state = writtenRun(problem, [{ text: `${thought} </think> ${answer} <eos>` }]);
      const [first] = falseSteps(state, sequenceOf(state, 0)!);
      const { tokens, answer: given } = sequenceOf(state, 0)!;
      const steps = splitSteps(tokens, [';']);
      const scores = checkTrace(problem, { prompt: [], steps, finished: true, answer: given }).steps;
      const from = scores.indexOf(0);
      if (from >= 0 && first?.part === 'thought' && !thought.includes('Wait'))
        expect(steps.slice(0, from).flat().length).toBeLessThanOrEqual(first.from);
      if (from < 0) expect(first === undefined || thought.includes('Wait')).toBe(true);
    }
  });
});
