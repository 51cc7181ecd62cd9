import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm, mcNemar } from '../paired.ts';
import { comparedWith, findingOf, signFlip } from './paired-arms.ts';
import { measuredCell } from './testing/measured.ts';

/** All signs tried. */
function byHand(differences: readonly number[]): number {
  const observed = Math.abs(differences.reduce((sum, one) => sum + one, 0));
  let beyond = 0;
  for (let signs = 0; signs < 2 ** differences.length; signs++) {
    const sum = differences.reduce((all, one, at) => all + ((signs >> at) & 1 ? one : -one), 0);
    if (Math.abs(sum) >= observed) beyond++;
  }
  return beyond / 2 ** differences.length;
}

describe('the paired test', () => {
  it('is that of all signs', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 9 }), (differences) => {
        expect(signFlip(differences)).toBeCloseTo(byHand(differences), 10);
      }),
    ));

  it('is McNemar’s for one run a problem', () =>
    expect(signFlip([1, 1, 1, -1, 0, 1, 1, 1, 1, 1, 1, 0])).toBe(mcNemar(1, 9)));

  it('is nearly the same where it is too much to count', () => {
    const differences = Array.from({ length: 3000 }, (_, at) => (at % 21 < 11 ? 2 : -2));
    // The same in ones: a binomial test.
    const exact = signFlip(differences.map((one) => one / 2));
    expect(signFlip(differences)).toBeCloseTo(exact, 2);
  });
});

it('a sweep’s finding is its best other arm against its first', () => {
  const runs = (arm: number, rights: string) =>
    [...rights].map((sign, problem) => measuredCell(arm, problem, { right: sign === '+' }));
  const found = findingOf([...runs(0, '-+--+---'), ...runs(1, '-+------'), ...runs(2, '++++-+++')]);
  expect(found).toMatchObject({
    first: 2 / 8,
    best: 7 / 8,
    comparison: { arm: 2, better: 6, worse: 1, problems: 8, p: mcNemar(1, 6) },
  });
  expect(findingOf(runs(0, '+-'))).toBeNull();
});

describe('arms against the chosen one', () => {
  const runs = (arm: number, rights: string, repeat = 0) =>
    [...rights].flatMap((sign, problem) =>
      sign === ' ' ? [] : [measuredCell(arm, problem, { right: sign === '+' }, repeat)],
    );

  it('are compared on the problems that both have', () => {
    const sweep = [...runs(0, '++--+-'), ...runs(1, '+-++++'), ...runs(2, '  +')];
    const [one, two] = comparedWith(sweep, 0);
    expect(one).toMatchObject({ arm: 1, better: 3, worse: 1, problems: 6, p: mcNemar(1, 3) });
    expect(one?.difference).toBeCloseTo(2 / 6, 12);
    expect(two).toMatchObject({ arm: 2, better: 1, worse: 0, problems: 1, difference: 1 });
    expect([one, two].map((test) => test?.corrected)).toEqual(holm([mcNemar(1, 3), 1]));
  });

  it('pair repeats with the same seed, and leave out what failed on either side', () => {
    const failed = measuredCell(0, 2, { right: null, failure: { code: 'worker-crashed', silent: false } });
    const sweep = [
      ...runs(0, '--'),
      failed,
      ...runs(0, '-+', 1),
      ...runs(1, '+-+'),
      ...runs(1, '++', 1),
      ...runs(1, '+', 2),
    ];
    expect(comparedWith(sweep, 0)).toEqual([
      { arm: 1, better: 1, worse: 0, problems: 2, difference: 0.5, p: 1, corrected: 1 },
    ]);
  });

  it('is nobody where nothing is shared', () => {
    expect(comparedWith([], 0)).toEqual([]);
    expect(comparedWith([...runs(0, '+'), ...runs(1, ' +')], 0)).toEqual([]);
  });
});
