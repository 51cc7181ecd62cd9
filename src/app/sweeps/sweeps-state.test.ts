import { expect, it } from 'vitest';
import { defaultSampling } from '#experiment/defaults.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { emptyOutcome, smallExperiment } from '#lab/sweeps/testing.ts';
import { withResults } from './sweeps-state.ts';

const sweep: Sweep = {
  problems: { kind: 'own', name: 'one', problems: [smallExperiment.problem] },
  arms: [{ model: 'countdown', strategy: { kind: 'direct' }, sampling: defaultSampling('direct') }],
  repeats: 2,
  tokens: 0,
};
const result = (repeat: number, outcome: Outcome) => ({ cell: { arm: 0, problem: 0, repeat }, outcome });
const failed: Outcome = {
  ...emptyOutcome,
  right: null,
  failure: { code: 'worker-crashed', silent: false },
};

it('of a run that failed another outcome takes the place; of any other run the first stays', () => {
  const none = { sweep, problems: [smallExperiment.problem], results: [] };
  const before = withResults(none, [result(0, failed), result(1, { ...emptyOutcome, tokens: 1 })]);
  const after = withResults(before, [
    result(0, { ...emptyOutcome, tokens: 7 }),
    result(1, { ...emptyOutcome, tokens: 9 }),
    result(2, emptyOutcome),
  ]);
  expect(after.results.map(({ outcome }) => outcome.tokens)).toEqual([7, 1]);
  expect(withResults(after, [result(0, failed)])).toBe(after);
});
