import { describe, expect, it } from 'vitest';
import { logOf } from '#run/testing/fixtures.ts';
import { stateAt } from '#run/timeline.ts';
import { countPlace, rowLabel, voteBlocks } from './vote-bars.ts';
import { votePicture } from './vote-rows.ts';

const log = logOf(['</think> 24', '</think> 24', '</think> 7', '</think>']);

describe('the vote picture', () => {
  it('is empty before the first vote', () => {
    expect(votePicture(stateAt(log, 0))).toEqual({
      rows: [],
      votes: 0,
      traces: 0,
      unread: 0,
      withoutAnswer: 0,
    });
  });

  it('has a bar an answer and a cell a vote', () => {
    const picture = votePicture(stateAt(log, log.length));
    expect(picture).toMatchObject({ votes: 3, traces: 4, unread: 0, withoutAnswer: 1 });
    expect(picture.rows.map((row) => [row.display, row.cells.map((cell) => cell.sequence)])).toEqual([
      ['24', [0, 1]],
      ['7', [2]],
    ]);
    expect(rowLabel(picture.rows[0]!)).toBe('24: 2 votes, not graded');
  });
});

it('draws votes that would be too thin together, all of one shade as one block', () => {
  const cells = [0, 0, 1, 0, 2].map((form, sequence) => ({ sequence, form }));
  expect(voteBlocks(cells, false).map(({ from, votes }) => [from, votes])).toEqual(
    cells.map((_, at) => [at, 1]),
  );
  expect(voteBlocks(cells, true)).toEqual([
    { sequence: null, form: 0, from: 0, votes: 3 },
    { sequence: 2, form: 1, from: 3, votes: 1 },
    { sequence: 4, form: 2, from: 4, votes: 1 },
  ]);
  const alone = Array.from({ length: 30_000 }, (_, sequence) => ({ sequence, form: sequence }));
  expect(voteBlocks(alone, true).map(({ from, votes }) => [from, votes])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 29_997],
  ]);
});

it('puts a count at the end of its bar, and above it where the bar leaves no room', () => {
  expect(countPlace('5 votes · 16%', 200, 1000)).toMatchObject({ x: 208, above: false });
  expect(countPlace('30 votes · 94%', 950, 1000)).toMatchObject({ x: 1000, above: true });
  // Square characters take twice the room.
  expect(countPlace('票票票票', 940, 1000).above).toBe(true);
  expect(countPlace('vote', 940, 1000).above).toBe(false);
});
