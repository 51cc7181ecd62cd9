import { defaultExperiment } from './defaults.ts';
import type { Experiment, Strategy } from './experiment.ts';
import type { ArithmeticProblem, CountdownProblem } from './problem.ts';

/** An experiment with a name and a reason to run it. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** One plain sentence: what to look for. */
  readonly why: string;
  readonly experiment: Experiment;
}

// From the held-out lists, so that no answer can have been learnt by heart.
/** Puzzle of the tree-of-thoughts list (arXiv 2305.10601) with one solution in whole numbers: (12 − 10) × 8 + 8. */
const hard: CountdownProblem = { family: 'countdown', numbers: [8, 8, 10, 12], target: 24 };
/** 392 − 183 + 438 = 647. */
const products: ArithmeticProblem = {
  family: 'arithmetic',
  terms: [{ sign: '+', left: 56, right: 7 }, { sign: '-', left: 61, right: 3 }, { sign: '+', left: 73, right: 6 }],
};

const vote = (samples: number): Strategy => ({ kind: 'self-consistency', samples, effort: 'low' });

export const presets: readonly Preset[] = [
  {
    id: 'game-of-24',
    title: 'Game of 24, step by step',
    why: 'The model writes down what it does with the numbers before it answers.',
    experiment: defaultExperiment('countdown'),
  },
  {
    id: 'game-of-24-direct',
    title: 'Game of 24, at once',
    why: 'The same game without a thought: the whole solution has to be right from its first token.',
    experiment: defaultExperiment('countdown', 'direct'),
  },
  {
    id: 'vote-of-8',
    title: 'Arithmetic, a vote of 8',
    why: 'Traces slip in different places: see whether the result that most of them reach is the right one.',
    experiment: { ...defaultExperiment('arithmetic', 'self-consistency'), problem: products, strategy: vote(8) },
  },
  {
    id: 'vote-of-32',
    title: 'Arithmetic, a vote of 32',
    why: 'The same sum with four times as many votes: watch the lead of the winner settle.',
    experiment: { ...defaultExperiment('arithmetic', 'self-consistency'), problem: products, strategy: vote(32) },
  },
  {
    id: 'wait',
    title: 'Thinking again',
    why: 'With high effort the model says “Wait” when an attempt fails, and starts over.',
    experiment: { ...defaultExperiment('countdown'), strategy: { kind: 'chain-of-thought', effort: 'high' } },
  },
  {
    id: 'hard-game',
    title: 'A hard game of 24',
    why: 'In whole numbers only one way leads to 24: see whether one chain of thought finds it.',
    experiment: { ...defaultExperiment('countdown'), problem: hard },
  },
];
