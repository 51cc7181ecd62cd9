import { expect, it } from 'vitest';
import { problemSets } from './en/problem-sets.ts';

it('bad lines are named with what is wrong', () => {
  expect(problemSets.badLine({ line: 1200, fault: { kind: 'no-question', fields: ['id', 'text'] } })).toBe(
    'Line 1,200: there is no question, only “id” and “text”.',
  );
  expect(
    problemSets.badLine({ line: 3, fault: { kind: 'not-of-family', family: 'countdown', puzzle: null } }),
  ).toBe(
    'Line 3: this can’t be asked as countdown games. A game has four numbers from 1 to 13 and a target from 1 to 99.',
  );
});

it('lines that are not named are counted', () => {
  const lines = Array.from({ length: 20 }, (_, place) => ({
    line: place + 1,
    fault: { kind: 'not-json' } as const,
  }));
  expect(problemSets.leftOut({ count: 30, lines })).toBe(
    '30 lines were left out: lines 1, 2, 3, 4, 5, 6 and 24 more.',
  );
  expect(problemSets.leftOut({ count: 1, lines: lines.slice(0, 1) })).toBe('1 line was left out: line 1.');
});
