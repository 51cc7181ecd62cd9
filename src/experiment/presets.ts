import { defaultExperiment, defaultSampling, defaultStrategy } from './defaults.ts';
import type { Experiment, Strategy } from './experiment.ts';
import type { ArithmeticProblem, CountdownProblem } from './problem.ts';
import { presetPuzzles } from './puzzles.ts';
import { questions } from './questions.ts';

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
/** 438 − 348 = 90. The likeliest chain of thought takes 73 × 6 for 458; most of the others don't. */
const products: ArithmeticProblem = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 73, right: 6 },
    { sign: '-', left: 58, right: 6 },
  ],
};

const game = (...numbers: readonly number[]): CountdownProblem => ({
  family: 'countdown',
  numbers: [...numbers],
  target: 24,
});

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
    why: 'The likeliest trace is wrong, and so is the first one here; the vote of eight is right, as with most seeds.',
    experiment: {
      ...defaultExperiment('arithmetic', 'self-consistency'),
      problem: products,
      strategy: vote(8),
      seed: 8,
    },
  },
  {
    id: 'vote-of-32',
    title: 'Arithmetic, a vote of 32',
    why: 'The same sum with four times as many votes: the right result leads with each seed from 1 to 8.',
    experiment: {
      ...defaultExperiment('arithmetic', 'self-consistency'),
      problem: products,
      strategy: vote(32),
    },
  },
  {
    id: 'wait',
    title: 'Thinking again',
    why: 'With high effort the model says “Wait” when an attempt fails, and starts over.',
    experiment: {
      ...defaultExperiment('countdown'),
      problem: game(9, 7, 13, 9),
      strategy: { kind: 'chain-of-thought', effort: 'high' },
    },
  },
  {
    id: 'hard-game',
    title: 'A hard game of 24',
    why: 'In whole numbers only one way leads to 24, and one chain of thought misses it.',
    experiment: { ...defaultExperiment('countdown'), problem: hard },
  },
  {
    id: 'beam-search',
    title: 'Beam search on a hard game',
    why: 'One chain of thought fails here: watch the value head keep the steps that still lead somewhere.',
    experiment: { ...defaultExperiment('countdown', 'beam-search'), problem: hard },
  },
  {
    id: 'diverse-search',
    title: 'Independent subtrees',
    why: 'A beam falls for one promising slip in half of the runs here: four subtrees that know nothing of each other do not.',
    experiment: {
      ...defaultExperiment('countdown', 'beam-search'),
      problem: game(6, 4, 6, 9),
      strategy: { ...defaultStrategy('beam-search'), variant: 'dvts' },
    },
  },
  {
    id: 'vote-after-search',
    title: 'A search that ends in a vote',
    why: 'The verifier often likes a slip best, but the scores of all ends add up to a right answer. Choose “best trace” to compare.',
    experiment: {
      ...defaultExperiment('countdown', 'beam-search'),
      problem: game(7, 6, 6, 3),
      strategy: {
        ...defaultStrategy('beam-search'),
        width: 8,
        expansion: 8,
        verifier: { kind: 'process', model: 'countdown-prm' },
        choose: 'weighted-vote',
      },
      sampling: { ...defaultSampling('beam-search'), temperature: 1, minP: 0.1 },
    },
  },
  {
    id: 'tree-of-thoughts',
    title: 'Tree of thoughts, breadth first',
    why: 'A puzzle of the paper: five states are kept after each level, as there.',
    experiment: { ...defaultExperiment('countdown', 'tree-of-thoughts'), problem: game(3, 1, 13, 8) },
  },
  {
    id: 'tree-search',
    title: 'Monte-Carlo tree search',
    why: 'Stop at a selection: the table shows how value, prior and visits make the score of every child.',
    experiment: {
      ...defaultExperiment('countdown', 'mcts'),
      problem: game(12, 10, 2, 3),
      strategy: { ...defaultStrategy('mcts'), parallel: 1 },
    },
  },
  {
    id: 'best-of-16',
    title: 'The best of 16',
    why: 'The process verifier scores every step of 16 traces: most are wrong, and it finds one that is right.',
    experiment: {
      ...defaultExperiment('countdown', 'best-of-n'),
      problem: game(5, 13, 10, 12),
      strategy: { ...defaultStrategy('best-of-n'), samples: 16, aggregation: 'min' },
    },
  },
  {
    id: 'four-waits',
    title: 'Made to think again',
    why: 'Its first attempts fail. The first “Wait” forced on it brings a right one, and those after it the same again.',
    experiment: {
      ...defaultExperiment('countdown', 'budget-forcing'),
      model: 'countdown-journey',
      problem: game(12, 7, 2, 2),
      strategy: { ...defaultStrategy('budget-forcing'), waits: 4 },
    },
  },
  {
    id: 'compute-optimal',
    title: 'Tokens where they help',
    why: 'Four samples tell how hard the game is; what is left goes to a vote or to a search, as that asks for.',
    experiment: { ...defaultExperiment('countdown', 'compute-optimal'), problem: game(2, 6, 4, 7) },
  },
  {
    id: 'word-problem',
    title: 'A word problem, a vote of 8',
    why: 'Eight thoughts read the same story: where one of them slips, the others outvote it.',
    experiment: { ...defaultExperiment('puzzle', 'self-consistency'), problem: presetPuzzles.story },
  },
  {
    id: 'equation-chain',
    title: 'Equations, made to check',
    why: 'A step is wrong at first. Each “Wait” makes the model check one: the slip is mended, and what hung on it is done again.',
    experiment: { ...defaultExperiment('puzzle', 'budget-forcing'), problem: presetPuzzles.equations },
  },
  {
    id: 'knights-and-knaves',
    title: 'Knights and knaves',
    why: 'The model supposes what somebody is, follows what that means, and starts over where it clashes.',
    experiment: { ...defaultExperiment('puzzle'), problem: presetPuzzles.knights },
  },
  {
    id: 'in-words',
    title: 'A problem in words',
    why: 'A reasoning model on your own graphics card works through a word problem, step by step.',
    experiment: { ...defaultExperiment('question'), problem: questions.bakery },
  },
  {
    id: 'larger-number',
    title: '9.11 or 9.9?',
    why: 'A question that small models answer one way or the other: see which answer most of eight thoughts come to.',
    experiment: { ...defaultExperiment('question', 'self-consistency'), problem: questions.decimals },
  },
  {
    id: 'broken-vase',
    title: 'Who broke the vase?',
    why: 'A puzzle of who tells the truth: each “Wait” makes the model go through the cases once more.',
    experiment: { ...defaultExperiment('question', 'budget-forcing'), problem: questions.logic },
  },
];
