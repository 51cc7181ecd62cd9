import { describe, expect, it } from 'vitest';
import { puzzles } from '#experiment/puzzles.ts';
import { puzzleToRead as puzzle, puzzleScores as scores, puzzleWhy as why } from './testing/puzzle-scores.ts';

/** Ann 7, Bob 12, then 8 and 11: Cid 19. */
const { story } = puzzles;
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
    ['Bob has 7 + 5 = 12 ;', 'what Ann has is not fully worked out yet'],
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
