import type { Sampling, Strategy, StrategyKind } from '../experiment.ts';
import { knobMatters, strategySheet, type StrategyKnob } from '../strategies.ts';
import type { Control } from './control.ts';
import { controlOf } from './control.ts';
import type { Source } from '../sources.ts';
import { sources } from '../sources.ts';

/** What a paper sets a knob to. */
export interface PaperDefault {
  readonly value: string;
  readonly source: Source;
}

export interface KnobDescription {
  readonly name: string;
  /** One line. */
  readonly does: string;
  /** Null where no paper sets it: the knob is this page's own. */
  readonly paper: PaperDefault | null;
}

/** Everything a person can set besides problem, model and strategy kind. */
export type Knob = StrategyKnob | keyof Sampling | 'seed' | 'budget';

const says = (name: string, does: string, paper: PaperDefault | null = null): KnobDescription => ({
  name,
  does,
  paper,
});
const as = (value: string, source: Source): PaperDefault => ({ value, source });

/** A knob in general; `describeKnob` knows what it means for one strategy. */
export const knobDescriptions: Readonly<Record<Knob, KnobDescription>> = {
  effort: says(
    'Effort',
    'Low: one attempt, kept short. High: several attempts, with “Wait” between them, or checks.',
  ),
  shots: says(
    'Examples',
    'How many worked examples stand before the problem. A model that ships with the page has learnt to read three at most.',
    as('8', sources.wei),
  ),
  samples: says('Samples', 'How many traces are drawn.', as('40', sources.wangVote)),
  batch: says('Batch', 'How many traces are drawn before the vote is looked at.', as('1', sources.aggarwal)),
  stop: says('Stop when', 'When the vote counts as decided.', as('confident', sources.aggarwal)),
  confidence: says(
    'Confidence',
    'How likely the leading answer must be the likelier one.',
    as('0.95', sources.aggarwal),
  ),
  verifier: says('Verifier', 'Who scores traces and steps.'),
  aggregation: says(
    'Aggregation',
    'How step scores become one score for the trace.',
    as('product', sources.lightman),
  ),
  choose: says(
    'Choose',
    'The best trace’s answer, or the answer with the highest sum of scores.',
    as('weighted vote', sources.li),
  ),
  variant: says('Variant', 'One beam that shares its places, or independent subtrees.'),
  width: says('Width', 'How many beginnings go on after each round.', as('4', sources.snell)),
  expansion: says('Expansion', 'How many next steps are drawn from each of them.'),
  lookahead: says(
    'Lookahead',
    'How many steps are tried out beyond a step before it is scored.',
    as('1 to 3', sources.snell),
  ),
  maxSteps: says('Steps at most', 'A trace that has taken this many steps is cut off.'),
  search: says(
    'Search',
    'Level by level, or one path at a time with a way back.',
    as('breadth first for the Game of 24', sources.yao),
  ),
  generate: says(
    'Thoughts are',
    'Independent draws, or drawn until they differ.',
    as('proposed for the Game of 24', sources.yao),
  ),
  thoughts: says('Thoughts', 'How many next thoughts come from each state.'),
  breadth: says('Breadth', 'How many states are kept after each level.', as('5', sources.yao)),
  threshold: says('Threshold', 'States valued below it are not followed.'),
  maxVisits: says('Visits at most', 'The search ends after this many states.', as('100', sources.yao)),
  evaluate: says(
    'Evaluate',
    'Each thought on its own, or all against each other.',
    as('value for the Game of 24', sources.yao),
  ),
  simulations: says(
    'Simulations',
    'How many times the search goes down the tree.',
    as('800', sources.silver),
  ),
  exploration: says('Exploration', 'How much curiosity counts against value.'),
  prior: says(
    'Prior',
    'What the policy has to say of a step before it was tried.',
    as('per token', sources.feng),
  ),
  evaluation: says('Leaf value', 'Where the value of a new leaf comes from.', as('value', sources.silver)),
  parallel: says('Side by side', 'How many are under way at once.'),
  widening: says('Widening', 'How fast a node that is visited often gets more children; 0 never.'),
  readout: says('Answer by', 'How the answer is read out of the tree.', as('most visited', sources.silver)),
  rollouts: says(
    'Rollouts',
    'How many times the search goes down the tree, to the end of a trace.',
    as('32', sources.qi),
  ),
  steps: says('Steps drawn', 'How many next steps and sub-questions are drawn at a node.'),
  lastVotes: says(
    'Draws of the rest',
    'How many completions vote where all that is left is written at once.',
    as('32 in the authors’ code', sources.qi),
  ),
  maskFrom: says(
    'Given from',
    'The least share of a trace that the second sampling is given.',
    as('0.2', sources.qi),
  ),
  maskTo: says(
    'Given to',
    'The largest share of a trace that the second sampling is given.',
    as('0.8; 0.5 in the authors’ code', sources.qi),
  ),
  checks: says(
    'Checks',
    'How many second samplings each candidate gets.',
    as('1; 4 in the authors’ code', sources.qi),
  ),
  confirm: says(
    'Confirmed when',
    'Which traces count in the choice of the answer.',
    as('half agree, in the authors’ code', sources.qi),
  ),
  discriminator: says(
    'Second samplings by',
    'Who completes the cut traces a second time.',
    as('another small model', sources.qi),
  ),
  waits: says('Waits', 'How many times the end of thinking is dropped.', as('2 to 6', sources.muennighoff)),
  word: says('Word', 'What is put in the place of the end.', as('Wait', sources.muennighoff)),
  thinkingTokens: says(
    'Thinking tokens',
    'Thinking that has reached this many is ended.',
    as('32,000', sources.muennighoff),
  ),
  rounds: says(
    'Attempts',
    'How many attempts each chain makes, the first included.',
    as('4 and more', sources.snell),
  ),
  retries: says('Retries', 'How many further draws the whole trace has for steps that fail.'),
  probe: says('Probe', 'How many samples tell how hard the problem is.', as('2,048', sources.snell)),
  tokens: says('Tokens to spend', 'What may be spent in all, the probe included.'),
  temperature: says(
    'Temperature',
    '0 always takes the likeliest token; higher takes more chances.',
    as('0.5 to 0.7 for votes', sources.wangVote),
  ),
  topK: says('Top-k', 'Only the k likeliest tokens may be drawn; 0 lets all.', as('10', sources.fan)),
  topP: says(
    'Top-p',
    'Only the likeliest tokens that together reach probability p may be drawn; 1 lets all.',
    as('0.95', sources.holtzman),
  ),
  minP: says(
    'Min-p',
    'Tokens less likely than this share of the likeliest one are never drawn; 0 lets all.',
    as('0.05 to 0.1', sources.nguyen),
  ),
  maxTokens: says('Token limit', 'A trace that has written this many tokens is cut off.'),
  seed: says('Seed', 'The start of all chance: the same seed gives the same run.'),
  budget: says('Token budget', 'The whole run may draw this many tokens; 0 is no limit.'),
};

/** Who writes second samplings where no other model is named. */
export const ownDiscriminatorDescription = {
  name: 'The model itself',
  does: 'The same model, drawn anew: it can only doubt what it would not write again.',
} as const;

type Own = { readonly [Kind in StrategyKind]?: { readonly [Each in StrategyKnob<Kind>]?: KnobDescription } };

/** Where a strategy means something of its own by a knob that others have too. */
const own: Own = {
  'self-consistency': {
    samples: says('Samples', 'How many traces are drawn and vote.', as('40', sources.wangVote)),
  },
  'adaptive-consistency': {
    samples: says(
      'Samples at most',
      'How many traces are drawn if the vote is never decided.',
      as('40', sources.aggarwal),
    ),
  },
  'best-of-n': {
    samples: says('Samples', 'How many traces are drawn and scored.', as('100', sources.cobbe)),
  },
  'beam-search': {
    expansion: says('Expansion', 'How many next steps are drawn from each beam.', as('4', sources.beeching)),
    aggregation: says(
      'Aggregation',
      'How step scores become one score for the beam.',
      as('last', sources.beeching),
    ),
    choose: says(
      'Choose',
      'The best finished beam’s answer, or the answer with the highest sum of scores.',
      as('weighted vote', sources.snell),
    ),
    maxSteps: says(
      'Steps at most',
      'A trace that has taken this many steps is cut off.',
      as('40', sources.beeching),
    ),
  },
  'tree-of-thoughts': {
    choose: says('Choose', 'The best finished trace’s answer, or the answer with the highest sum of scores.'),
  },
  mcts: {
    exploration: says(
      'Exploration c',
      'Weighs prior and few visits against value: Q + c · P · √N / (1 + n).',
      as('1.25 in the authors’ pseudocode', sources.silver),
    ),
    expansion: says(
      'Expansion',
      'How many children a node gets when it is first reached.',
      as('all moves', sources.silver),
    ),
    parallel: says(
      'Simulations at once',
      'Kept apart by virtual loss; 1 is the plain algorithm.',
      as('1', sources.feng),
    ),
  },
  rstar: { exploration: says('Exploration c', 'Weighs few visits against value: Q + c · √(ln N / n).') },
  revision: {
    parallel: says('Chains', 'How many chains of attempts run side by side.'),
    aggregation: says('Aggregation', 'How an attempt’s step scores become one.', as('last', sources.snell)),
  },
  'step-verification': { threshold: says('Threshold', 'The score that a step must reach to be kept.') },
};

/** A knob as one strategy means it. */
export function describeKnob(kind: StrategyKind, knob: StrategyKnob): KnobDescription {
  const mine: { readonly [Each in StrategyKnob]?: KnobDescription } | undefined = own[kind];
  return mine?.[knob] ?? knobDescriptions[knob];
}

/** How a strategy's knob can be set. Throws where the strategy has no such knob. */
export function knobControl(kind: StrategyKind, knob: StrategyKnob): Control {
  return controlOf(strategySheet(kind).schema.entries[knob]);
}

/** Why a knob makes no difference as the others are set, in plain words; null where it does. */
export function knobIdle(strategy: Strategy, knob: StrategyKnob): string | null {
  return knobMatters(strategy, knob) ? null : (whenIdle[knob] ?? 'It makes no difference here.');
}

const whenIdle: { readonly [Knob in StrategyKnob]?: string } = {
  confidence: 'Only where the vote stops when confident.',
  breadth: 'Only in a search level by level.',
  threshold: 'Only in a search with a way back.',
  maxVisits: 'Only in a search with a way back.',
  word: 'Only where the end is dropped at least once.',
  aggregation: 'This verifier gives one score for the whole trace.',
};
