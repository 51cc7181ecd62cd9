import { defaultExperiment, defaultSampling, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment, Sampling, Strategy } from '#experiment/experiment.ts';
import type { ArithmeticProblem, CountdownProblem } from '#experiment/problem.ts';
import type { Demonstration } from './question.ts';

/** A sum of products, as terms of sign and factors. All from the held-out list, so that none can have been learnt by heart. */
export const askedSum = (...terms: readonly (readonly ['+' | '-', number, number])[]): ArithmeticProblem => ({
  family: 'arithmetic',
  terms: terms.map(([sign, left, right]) => ({ sign, left, right })),
});

/** A game of 24, held out too. */
export const askedGame = (...numbers: readonly number[]): CountdownProblem => ({
  family: 'countdown',
  numbers: [...numbers],
  target: 24,
});

export const greedily = (maxTokens = 200): Sampling => ({
  temperature: 0,
  topK: 0,
  topP: 1,
  minP: 0,
  maxTokens,
});
export const warmly: Sampling = { ...greedily(), temperature: 0.7 };
export const hotly: Sampling = { ...greedily(), temperature: 1 };

/** One chain of thought. `high` leaves it to the model to check and to begin again. */
export const chainOf = (effort: 'low' | 'high'): Strategy => ({ kind: 'chain-of-thought', effort });

export const withSum = (problem: ArithmeticProblem, change: Partial<Experiment> = {}): Experiment => ({
  ...defaultExperiment('arithmetic'),
  problem,
  ...change,
});

export const withGame = (problem: CountdownProblem, change: Partial<Experiment> = {}): Experiment => ({
  ...defaultExperiment('countdown'),
  problem,
  ...change,
});

/** Best-of-N as the page sets it up, with some settings changed. */
export const judgedBest = (
  samples: number,
  change: Partial<Extract<Strategy, { readonly kind: 'best-of-n' }>>,
): Strategy => ({ ...defaultStrategy('best-of-n'), samples, ...change });

export const waitsOf = (waits: number, effort: 'low' | 'high' = 'low'): Strategy => ({
  ...defaultStrategy('budget-forcing'),
  effort,
  thinkingTokens: 200,
  waits,
});

/** More than any of them draws. */
const enough = { tokens: 5000 };

/** The same setup by several models, side by side. */
export const byModels = (experiment: Experiment, ...names: readonly string[]): Demonstration => ({
  kind: 'compare',
  experiments: names.map((model) => ({ ...experiment, model, budget: enough })),
});

/** The setup and the usual settings of another strategy, side by side. */
export const besideStrategy = (experiment: Experiment, kind: Strategy['kind']): Demonstration => ({
  kind: 'compare',
  experiments: [
    { ...experiment, budget: enough },
    {
      ...experiment,
      strategy: defaultStrategy(kind),
      sampling: { ...experiment.sampling, temperature: defaultSampling(kind).temperature },
      budget: enough,
    },
  ],
});

export const runIt = (experiment: Experiment): Demonstration => ({ kind: 'run', experiment });
export const measuredClaim = (name: string): Demonstration => ({ kind: 'claim', claim: name });
