import type { Experiment, Sampling, Strategy, StrategyKind } from './experiment.ts';
import type { Family, Problem } from './problem.ts';

/** The model that ships with the project for each family. */
export const defaultModel = { countdown: 'countdown', arithmetic: 'arithmetic' } as const satisfies Record<Family, string>;

export function defaultProblem(family: Family): Problem {
  switch (family) {
    case 'countdown':
      return { family, numbers: [4, 9, 10, 13], target: 24 };
    case 'arithmetic':
      return { family, terms: [{ sign: '+', left: 47, right: 6 }, { sign: '+', left: 38, right: 4 }] };
  }
}

export function defaultStrategy(kind: StrategyKind): Strategy {
  switch (kind) {
    case 'direct':
      return { kind };
    case 'chain-of-thought':
      return { kind, effort: 'low' };
    case 'few-shot':
      // Wei et al. (arXiv 2201.11903) used eight worked examples for arithmetic.
      return { kind, shots: 8 };
    case 'self-consistency':
      // The paper (Wang et al., arXiv 2203.11171) draws 40; 8 already show the vote, and 40 are a drag of the slider away.
      return { kind, samples: 8, effort: 'low' };
  }
}

/** Votes need traces that differ, so self-consistency draws at 0.7 (arXiv 2203.11171, section 3.1); one trace is greedy. */
export function defaultSampling(kind: StrategyKind): Sampling {
  return { temperature: defaultTemperature(kind), topK: 0, topP: 1, minP: 0, maxTokens: 200 };
}

function defaultTemperature(kind: StrategyKind): number {
  switch (kind) {
    case 'direct':
    case 'chain-of-thought':
    case 'few-shot':
      return 0;
    case 'self-consistency':
      return 0.7;
  }
}

export const defaultSeed = 1;

/** What the page opens with: the family's own problem and model, and the strategy's own settings. */
export function defaultExperiment(family: Family, kind: StrategyKind = 'chain-of-thought'): Experiment {
  return {
    problem: defaultProblem(family),
    model: defaultModel[family],
    strategy: defaultStrategy(kind),
    sampling: defaultSampling(kind),
    seed: defaultSeed,
  };
}
