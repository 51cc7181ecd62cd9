import { describe, expect, it } from 'vitest';
import { measuredCell } from './testing/measured.ts';
import { solvedByWaits } from './waits.ts';

/** A run by its rounds: `+` right, `-` wrong, `?` not asked. */
const run = (problem: number, rounds: string, repeat = 0) =>
  measuredCell(
    0,
    problem,
    {
      rounds: [...rounds].map((sign, round) => ({
        round,
        right: sign === '?' ? null : sign === '+',
        thinkingTokens: sign === '?' ? null : 10 * (round + 1),
      })),
    },
    repeat,
  );

describe('answers by number of waits', () => {
  const points = solvedByWaits([run(0, '-++'), run(1, '+--'), run(2, '-'), run(3, '+?+')]);
  it('are right as often as runs would have been that stopped there', () =>
    expect(points.map(({ solved, runs }) => [solved.share, runs])).toEqual([
      [0.5, 4],
      [1 / 3, 3],
      [0.5, 4],
    ]));
  it('say what each wait mended and what it broke', () =>
    expect(points.map(({ mended, broken }) => [mended, broken])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]));
  it('count runs that ended before with the answer they ended with', () => {
    expect(points.map(({ ended }) => ended)).toEqual([0, 1, 1]);
    expect(points.map(({ thinkingTokens }) => thinkingTokens)).toEqual([10, 50 / 3, 25]);
  });
  it('weigh problems alike', () =>
    expect(solvedByWaits([run(0, '+'), run(1, '-'), run(1, '-', 1)])[0]?.solved).toMatchObject({
      share: 0.5,
      of: 2,
    }));
  it('are none where nobody was made to wait', () => expect(solvedByWaits([measuredCell(0, 0)])).toEqual([]));
});
