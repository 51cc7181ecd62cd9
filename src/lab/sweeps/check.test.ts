import { describe, expect, it } from 'vitest';
import type { Strategy } from '#experiment/experiment.ts';
import { defaultStrategy } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { embeddedModel } from '#policy/models.ts';
import { sweepFaults } from './check.ts';
import { problemsOf } from './problems.ts';
import type { Sweep } from './spec.ts';
import { smallSweep } from './testing.ts';

const find = (id: string) => embeddedModel(id) ?? null;
const faultsOf = async (changes: Partial<Sweep>) => {
  const sweep = { ...smallSweep, ...changes };
  return sweepFaults(sweep, (await problemsOf(sweep.problems)).problems, find);
};
const own = (...problems: readonly Problem[]): Sweep['problems'] => ({ kind: 'own', name: 'mine', problems });
const [first] = smallSweep.arms;
const arm = (strategy: Strategy, model = 'arithmetic') => ({ ...first!, model, strategy });
const best = defaultStrategy('best-of-n');

describe('what keeps a sweep from being run', () => {
  it('is nothing where all fits', async () => expect(await faultsOf({})).toEqual([]));

  it('is said of each arm', async () =>
    expect(
      await faultsOf({
        arms: [
          arm({ kind: 'direct' }, 'nobody'),
          arm({ kind: 'direct' }, 'arithmetic-prm'),
          arm({ kind: 'direct' }, 'countdown'),
          arm(defaultStrategy('few-shot')),
          arm({ ...best, verifier: { kind: 'process', model: 'countdown-prm' } }),
          arm({ ...best, verifier: { kind: 'process', model: 'nobody' } }),
          arm({ ...defaultStrategy('rstar'), discriminator: 'arithmetic-prm' }),
          arm({ kind: 'direct' }),
        ],
      }),
    ).toEqual(
      [
        { kind: 'unknown-model', model: 'nobody' },
        { kind: 'only-judges', model: 'arithmetic-prm' },
        { kind: 'other-family', known: ['countdown'], wanted: 'arithmetic' },
        { kind: 'strategy', lacks: 'examples' },
        { kind: 'verifier', misfit: 'model-of-other-problems' },
        { kind: 'verifier', misfit: 'unknown-model' },
        { kind: 'discriminator', misfit: 'only-judges' },
      ].map((fault, place) => ({ kind: 'arm', arm: place, fault })),
    ));

  it('is a problem of another kind among those of one’s own', async () => {
    const sum: Problem = { family: 'arithmetic', terms: [{ sign: '+', left: 12, right: 3 }] };
    const game: Problem = { family: 'countdown', numbers: [1, 2, 3, 4], target: 24 };
    expect(await faultsOf({ problems: own(sum, sum) })).toEqual([]);
    expect(await faultsOf({ problems: own(sum, game), arms: [first!] })).toEqual([
      { kind: 'arm', arm: 0, fault: { kind: 'other-family', known: ['arithmetic'], wanted: 'countdown' } },
    ]);
  });

  it('is an arm that comes to the same as another', async () => {
    const chain = arm({ kind: 'chain-of-thought', effort: 'low' });
    const one = arm({ kind: 'self-consistency', samples: 1, effort: 'low' });
    expect(await faultsOf({ arms: [first!, chain, one] })).toEqual([{ kind: 'same-arms', arm: 2, as: 1 }]);
    expect(await faultsOf({ arms: [chain, { ...one, tokens: 100 }] })).toEqual([]);
  });

  it('is its size, and a set that is empty', async () => {
    expect(await faultsOf({ problems: { kind: 'held-out', family: 'question', count: 5 } })).toContainEqual({
      kind: 'no-problems',
    });
    const arms = Array.from({ length: 64 }, (_, place) => ({ ...first!, tokens: place + 1 }));
    const problems = { kind: 'held-out', family: 'arithmetic', count: 200 } as const;
    expect(await faultsOf({ arms, problems, repeats: 1000 })).toEqual([
      { kind: 'too-many-runs', runs: 12_800_000, most: 1_000_000 },
    ]);
  });
});

describe('the problems of a sweep', () => {
  it('are as many as there are, and how many are missing is said', async () => {
    const { problems, missing } = await problemsOf({ kind: 'held-out', family: 'arithmetic', count: 20_000 });
    expect(problems.length).toBeGreaterThan(100);
    expect(problems.length + missing).toBe(20_000);
    expect((await problemsOf({ kind: 'held-out', family: 'arithmetic', count: 5 })).problems).toEqual(
      problems.slice(0, 5),
    );
  });
});
