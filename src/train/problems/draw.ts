import * as v from 'valibot';
import { heldOutProblems } from '#experiment/held-out.ts';
import type { ArithmeticTerm, CountdownProblem, Problem } from '#experiment/problem.ts';
import { arithmeticValue } from '#answers/arithmetic.ts';
import type { RandomStream } from '#policy/runtime/random.ts';
import type { TrainingTask } from '../setup.ts';

/** Draws a problem to train on. Uses no other randomness than the stream's. */
export type DrawProblem = (random: RandomStream) => Problem;

const pair = v.strictTuple([v.number(), v.number()]);

/**
 * The training problems of a task, as `training/` draws them: sums of the 80 products that its reinforcement learning is for, and games
 * of 24 that are not held out. No held-out problem is among them.
 */
export async function trainingProblems(task: TrainingTask): Promise<DrawProblem> {
  switch (task.family) {
    case 'arithmetic': {
      const { default: file } = await import('./arithmetic-pairs.json', { with: { type: 'json' } });
      const pairs = v.parse(v.array(pair), file.pairs);
      return (random) => drawSum(random, pairs, countOf(task.products, random));
    }
    case 'countdown': {
      const { default: file } = await import('./countdown-games.json', { with: { type: 'json' } });
      const games = file.games.map((game) => game.split(' ').map(Number));
      return (random): CountdownProblem => ({
        family: 'countdown',
        numbers: shuffled(pick(games, random), random),
        target: 24,
      });
    }
  }
}

/** The first so many held-out problems that measure a task: sums of its number of products, or games of 24. */
export async function measuredProblems(task: TrainingTask, count: number): Promise<readonly Problem[]> {
  const all = await heldOutProblems(task.family);
  return all.filter((problem) => measures(task, problem)).slice(0, count);
}

function measures(task: TrainingTask, problem: Problem): boolean {
  switch (problem.family) {
    case 'arithmetic':
      return task.family === 'arithmetic' && problem.terms.length === task.measured;
    case 'countdown':
      return problem.target === 24;
    default:
      return false;
  }
}

/** Terms whose sums are all at least 10, so that nothing goes below zero. */
function drawSum(
  random: RandomStream,
  pairs: readonly (readonly [left: number, right: number])[],
  count: number,
): Problem {
  for (;;) {
    const terms = Array.from({ length: count }, (_, at): ArithmeticTerm => {
      const sign = at === 0 || random.next() < 0.5 ? '+' : '-';
      const [left, right] = pick(pairs, random);
      return { sign, left, right };
    });
    const sums = terms.map((_, at) =>
      arithmeticValue({ family: 'arithmetic', terms: terms.slice(0, at + 1) }),
    );
    if (sums.every((sum) => sum >= 10)) return { family: 'arithmetic', terms };
  }
}

/** 1, 2 or 3, as often as the shares say. */
function countOf(shares: readonly number[], random: RandomStream): number {
  let left = random.next() * shares.reduce((sum, share) => sum + share, 0);
  const found = shares.findIndex((share) => (left -= share) < 0);
  // Rounding may leave a little beyond the last one.
  return 1 + (found >= 0 ? found : shares.findLastIndex((share) => share > 0));
}

function pick<Item>(items: readonly Item[], random: RandomStream): Item {
  const item = items[Math.floor(random.next() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: RandomStream): Item[] {
  const left = [...items];
  return items.map(() => {
    const item = pick(left, random);
    left.splice(left.indexOf(item), 1);
    return item;
  });
}
