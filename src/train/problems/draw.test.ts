import { describe, expect, it } from 'vitest';
import { heldOutArithmetic } from '#experiment/held-out/arithmetic.ts';
import { heldOutCountdown } from '#experiment/held-out/countdown.ts';
import { isSolvable } from '#answers/solvable.ts';
import { arithmeticValue } from '#answers/arithmetic.ts';
import type { Problem } from '#experiment/problem.ts';
import { randomStream } from '#policy/runtime/random.ts';
import type { TrainingTask } from '../setup.ts';
import { measuredProblems, trainingProblems } from './draw.ts';

const sums: TrainingTask = { family: 'arithmetic', products: [0.35, 0.45, 0.2], measured: 2 };
const games: TrainingTask = { family: 'countdown' };

const draw = async (task: TrainingTask, count: number, seed = 1): Promise<readonly Problem[]> => {
  const one = await trainingProblems(task);
  return Array.from({ length: count }, (_, at) => one(randomStream(seed, at)));
};

describe('problems to train on', () => {
  it('have no product of a held-out sum', async () => {
    const heldOut = new Set(
      heldOutArithmetic().flatMap(({ problem }) =>
        problem.terms.map(({ left, right }) => `${left}*${right}`),
      ),
    );
    const products = new Set(
      (await draw(sums, 2000)).flatMap((problem) =>
        problem.family === 'arithmetic' ? problem.terms.map(({ left, right }) => `${left}*${right}`) : [],
      ),
    );
    expect(products.size).toBe(80);
    expect([...products].filter((product) => heldOut.has(product))).toEqual([]);
  });

  it('are no held-out games, and can be solved', async () => {
    const key = (problem: Problem) =>
      problem.family === 'countdown' ? problem.numbers.toSorted((a, b) => a - b).join(' ') : '';
    const heldOut = new Set(heldOutCountdown().map(({ problem }) => key(problem)));
    const drawn = await draw(games, 300);
    expect(drawn.map(key).filter((game) => heldOut.has(game))).toEqual([]);
    expect(drawn.every(isSolvable)).toBe(true);
  });

  it('have one, two and three products as often as asked for, and never go below ten', async () => {
    const drawn = await draw(sums, 3000);
    const counts = [1, 2, 3].map(
      (count) =>
        drawn.filter((problem) => problem.family === 'arithmetic' && problem.terms.length === count).length,
    );
    [0.35, 0.45, 0.2].forEach((share, at) => expect((counts[at] ?? 0) / 3000).toBeCloseTo(share, 1));
    for (const problem of drawn) {
      if (problem.family !== 'arithmetic') continue;
      for (let terms = 1; terms <= problem.terms.length; terms += 1)
        expect(arithmeticValue({ ...problem, terms: problem.terms.slice(0, terms) })).toBeGreaterThanOrEqual(
          10,
        );
    }
    const twos = await draw({ ...sums, products: [0, 1, 0] }, 50);
    expect(twos.every((problem) => problem.family === 'arithmetic' && problem.terms.length === 2)).toBe(true);
  });

  it('are the same from the same stream, others from another', async () => {
    for (const task of [sums, games]) {
      expect(await draw(task, 20)).toEqual(await draw(task, 20));
      expect(await draw(task, 20, 2)).not.toEqual(await draw(task, 20));
    }
  });
});

describe('problems that measure', () => {
  it('are held-out sums of the number of products, or games of 24', async () => {
    const [measured, played] = [await measuredProblems(sums, 40), await measuredProblems(games, 40)];
    expect(measured).toHaveLength(40);
    expect(measured.every((problem) => problem.family === 'arithmetic' && problem.terms.length === 2)).toBe(
      true,
    );
    expect(played.every((problem) => problem.family === 'countdown' && problem.target === 24)).toBe(true);
  });
});
