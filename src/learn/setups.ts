import { defaultExperiment, defaultSampling, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment, StrategyOf } from '#experiment/experiment.ts';
import type { ArithmeticProblem, CountdownProblem, PuzzleProblem } from '#experiment/problem.ts';
import { canonicalPuzzle } from '#experiment/puzzle/canonical.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';

/* Experiments that several chapters run, in short. All problems are held out: no model was trained on them. */

/** A sum of products: `sum([73, 6], [-58, 6])` is 73 × 6 − 58 × 6. */
export const sum = (...terms: readonly (readonly [number, number])[]): ArithmeticProblem => ({
  family: 'arithmetic',
  terms: terms.map(([left, right]) => ({ sign: left < 0 ? '-' : '+', left: Math.abs(left), right })),
});

export const gameOf = (...numbers: readonly number[]): CountdownProblem => ({
  family: 'countdown',
  numbers: [...numbers],
  target: 24,
});

export const riddle = (text: string): PuzzleProblem => ({ family: 'puzzle', text: canonicalPuzzle(text) });

type Asked = ArithmeticProblem | CountdownProblem | PuzzleProblem;

/** One chain of thought, greedy. */
export const chain = (problem: Asked): Experiment => ({ ...defaultExperiment(problem.family), problem });

export const atOnce = (problem: Asked): Experiment => ({
  ...defaultExperiment(problem.family, 'direct'),
  problem,
});

/** Samples that vote. */
export const vote = (problem: Asked, samples: number, seed = 1): Experiment => ({
  ...defaultExperiment(problem.family, 'self-consistency'),
  problem,
  strategy: { kind: 'self-consistency', samples, effort: 'low' },
  seed,
});

/** The same samples, and a verifier that picks one. */
export const best = (
  problem: Asked,
  samples: number,
  verifier: VerifierSpec,
  change: Partial<StrategyOf<'best-of-n'>> = {},
): Experiment => ({
  ...defaultExperiment(problem.family, 'best-of-n'),
  problem,
  strategy: { ...defaultStrategy('best-of-n'), samples, verifier, aggregation: 'min', ...change },
  seed: 1,
});

export const ownHead: VerifierSpec = { kind: 'process' };
export const sumPrm: VerifierSpec = { kind: 'process', model: 'arithmetic-prm' };
export const sumOrm: VerifierSpec = { kind: 'outcome', model: 'arithmetic-orm' };
export const gamePrm: VerifierSpec = { kind: 'process', model: 'countdown-prm' };

/** One chain that is told to wait; greedy, so that only the waiting differs. */
export const waiting = (problem: Asked, model: string, waits: number): Experiment => ({
  ...defaultExperiment(problem.family, 'budget-forcing'),
  problem,
  model,
  strategy: { ...defaultStrategy('budget-forcing'), effort: 'low', thinkingTokens: 200, waits },
  sampling: { ...defaultSampling('budget-forcing'), temperature: 0, maxTokens: 250 },
  seed: 1,
});
