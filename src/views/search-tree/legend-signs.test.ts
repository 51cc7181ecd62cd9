import { expect, it } from 'vitest';
import { signsSoFar } from './legend-signs.ts';

it('keeps the signs of a run, in one order, and forgets those of another', () => {
  const run = {};
  const first = { run, bars: false, falseSteps: ['not-there'] } as const;
  const both = signsSoFar(first, { run, bars: true, falseSteps: ['not-so'] });
  expect(both).toEqual({ run, bars: true, falseSteps: ['not-so', 'not-there'] });
  // Nothing new: nothing is drawn again.
  expect(signsSoFar(both, { run, bars: false, falseSteps: [] })).toBe(both);
  expect(signsSoFar(both, { run: {}, bars: false, falseSteps: [] })).toMatchObject({ bars: false });
});
