import { describe, expect, it } from 'vitest';
import { puzzles } from '#experiment/puzzles.ts';
import { puzzleToRead as puzzle, puzzleScores as scores, puzzleWhy as why } from './testing/puzzle-scores.ts';

const { knights } = puzzles;

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
