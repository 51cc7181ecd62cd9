import type { StrategyKind, StrategyOf } from '../experiment.ts';
import type { Choose } from '#experiment/strategies/fields.ts';
import type { VerifierSpec } from '../verifier.ts';
import { aggregationDescriptions } from './verifiers.ts';

export interface OptionDescription {
  readonly name: string;
  /** One line. */
  readonly does: string;
}

type Options<Value extends string> = Readonly<Record<Value, OptionDescription>>;
type Of<Kind extends StrategyKind, Knob extends keyof StrategyOf<Kind>> = Options<
  StrategyOf<Kind>[Knob] & string
>;

const effort: Of<'chain-of-thought', 'effort'> = {
  low: { name: 'Low', does: 'One attempt, kept short.' },
  high: { name: 'High', does: 'Several attempts, with “Wait” between them, or checks.' },
};
const stop: Of<'adaptive-consistency', 'stop'> = {
  certain: { name: 'Certain', does: 'When no outcome of the samples left can change the winner.' },
  confident: { name: 'Confident', does: 'When the winner is ahead with the stated probability.' },
};
const choose: Options<Choose> = {
  best: { name: 'Best trace', does: 'The answer of the trace with the highest score.' },
  'weighted-vote': { name: 'Weighted vote', does: 'The answer whose traces’ scores sum to the most.' },
};
const variant: Of<'beam-search', 'variant'> = {
  beam: { name: 'Beam', does: 'The best of all steps go on, wherever they come from.' },
  dvts: { name: 'Diverse (DVTS)', does: 'Independent subtrees, each going on with its own best step.' },
};
const search: Of<'tree-of-thoughts', 'search'> = {
  bfs: { name: 'Breadth first', does: 'Level by level, keeping the best states of each.' },
  dfs: { name: 'Depth first', does: 'The best thought first, back where nothing is promising.' },
};
const generate: Of<'tree-of-thoughts', 'generate'> = {
  sample: { name: 'Sampled', does: 'Independent draws; equal ones count as one.' },
  propose: { name: 'Proposed', does: 'Drawn until there are as many different ones.' },
};
const evaluate: Of<'tree-of-thoughts', 'evaluate'> = {
  value: { name: 'Value', does: 'Each thought by its own score.' },
  vote: { name: 'Vote', does: 'Voters pick the most promising thought, by the scores.' },
};
const evaluation: Of<'mcts', 'evaluation'> = {
  value: { name: 'Value', does: 'The verifier’s score of the leaf.' },
  rollout: { name: 'Rollout', does: 'One completion from the leaf, its end scored.' },
  mix: { name: 'Mix', does: 'The mean of both.' },
};
const prior: Of<'mcts', 'prior'> = {
  'per-token': {
    name: 'Per token',
    does: 'The policy’s probability of a step, a token on average: long steps are not starved.',
  },
  sum: { name: 'Whole step', does: 'The policy’s probability of the whole step: the longer, the less.' },
  draws: { name: 'Share of draws', does: 'How many of the draws wrote the step.' },
  uniform: { name: 'Uniform', does: 'The same for all children, whatever the policy says.' },
};
const readout: Of<'mcts', 'readout'> = {
  'most-visited': { name: 'Most visited', does: 'Down the child with the most visits at every node.' },
  'best-value': { name: 'Best value', does: 'Down the child with the highest mean value at every node.' },
  'best-terminal': { name: 'Best end', does: 'The finished trace with the highest value.' },
  majority: { name: 'Majority', does: 'A vote of all finished traces.' },
  'weighted-vote': { name: 'Weighted vote', does: 'The answer whose draws’ values sum to the most.' },
};
const confirm: Of<'rstar', 'confirm'> = {
  trace: {
    name: 'Best trace',
    does: 'No answer is confirmed: the one trace with the highest reward × agreement gives it.',
  },
  any: {
    name: 'Any agrees',
    does: 'A trace counts if any of its second samplings comes to its answer; then answers are chosen by how often they were found.',
  },
  half: {
    name: 'Half agree',
    does: 'A trace counts if half of its second samplings come to its answer; then answers are chosen by how often they were found.',
  },
  all: {
    name: 'All agree',
    does: 'A trace counts if all of its second samplings come to its answer; then answers are chosen by how often they were found.',
  },
  majority: {
    name: 'Most frequent',
    does: 'A trace counts if its answer is the most frequent one among its second samplings; then answers are chosen by how often they were found.',
  },
};
const estimate: Options<Extract<VerifierSpec, { kind: 'rollouts' }>['estimate']> = {
  soft: { name: 'Soft', does: 'The share of completions that end well.' },
  hard: { name: 'Hard', does: '1 if any completion ends well.' },
};

/** The words of every knob that is a choice, by knob and value. */
export const optionDescriptions = {
  effort,
  stop,
  choose,
  variant,
  search,
  generate,
  evaluate,
  evaluation,
  prior,
  readout,
  confirm,
  estimate,
  aggregation: aggregationDescriptions,
} as const;
export type ChoiceKnob = keyof typeof optionDescriptions;

/** The words of one option; the value itself where none are known. */
export function describeOption(knob: string, value: string): OptionDescription {
  const known: Readonly<Record<string, Readonly<Record<string, OptionDescription>>>> = optionDescriptions;
  return (Object.hasOwn(known, knob) ? known[knob]?.[value] : undefined) ?? { name: value, does: '' };
}
