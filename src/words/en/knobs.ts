import type { Sampling } from '#experiment/experiment.ts';
import type { StrategyOf } from '#experiment/strategies.ts';
import type { Aggregation } from '#experiment/verifier.ts';
import type { KnobWords } from '../kinds.ts';
import { room } from '../language.ts';
import type { SharedKnob } from '../shared-knobs.ts';

/** Knobs of several strategies, and those that all experiments have. */
export const knobs = room('knobs', {
  effort: {
    name: 'Effort',
    does: 'Low: one attempt, kept short. High: several attempts, with “Wait” between them, or checks.',
    options: {
      low: { name: 'Low', does: 'One attempt, kept short.' },
      high: { name: 'High', does: 'Several attempts, with “Wait” between them, or checks.' },
    },
  },
  samples: { name: 'Samples', does: 'How many traces are drawn.' },
  verifier: { name: 'Verifier', does: 'Who scores traces and steps.' },
  aggregation: {
    name: 'Aggregation',
    does: 'How step scores become one score for the trace.',
    idle: 'This verifier gives one score for the whole trace.',
    options: {
      last: {
        name: 'Last',
        does: 'The last step’s score: what the verifier thinks of where the trace has come to.',
      },
      min: { name: 'Lowest', does: 'The weakest step’s score: a chain is as strong as its weakest link.' },
      prod: {
        name: 'Product',
        does: 'All step scores multiplied: the chance that every step is right, were they independent.',
      },
      mean: { name: 'Mean', does: 'The average of the step scores.' },
    },
  },
  choose: {
    name: 'Choose',
    does: 'The best trace’s answer, or the answer with the highest sum of scores.',
    options: {
      best: { name: 'Best trace', does: 'The answer of the trace with the highest score.' },
      'weighted-vote': {
        name: 'Weighted vote',
        does: 'The answer whose traces’ scores sum to the most.',
      },
    },
  },
  expansion: { name: 'Expansion', does: 'How many next steps are drawn from each of them.' },
  maxSteps: { name: 'Steps at most', does: 'A trace that has taken this many steps is cut off.' },
  exploration: { name: 'Exploration', does: 'The exploration constant: how much untried steps count.' },
  parallel: { name: 'Side by side', does: 'How many are under way at once.' },
  threshold: { name: 'Threshold', does: 'What scores below it does not go on.' },
  temperature: {
    name: 'Temperature',
    does: '0 always takes the likeliest token; higher takes more chances.',
    paper: '0.5 to 0.7 for votes',
  },
  topK: {
    name: 'Top-k',
    does: 'Only the k likeliest tokens may be drawn; 0 lets all.',
    paper: '10',
  },
  topP: {
    name: 'Top-p',
    does: 'Only the likeliest tokens that together reach probability p may be drawn; 1 lets all.',
    paper: '0.95',
  },
  minP: {
    name: 'Min-p',
    does: 'Tokens less likely than this share of the likeliest one are never drawn; 0 lets all.',
    paper: '0.05 to 0.1',
  },
  maxTokens: { name: 'Token limit', does: 'A trace that has written this many tokens is cut off.' },
  seed: { name: 'Seed', does: 'The random seed: the same seed gives the same run.' },
  budget: { name: 'Token budget', does: 'The whole run may draw this many tokens; 0 is no limit.' },
} satisfies { readonly [Knob in SharedKnob | keyof Sampling | 'seed' | 'budget']: KnobWords } & {
  readonly effort: KnobWords<StrategyOf<'chain-of-thought'>['effort']>;
  readonly aggregation: KnobWords<Aggregation>;
  readonly choose: KnobWords<StrategyOf<'best-of-n'>['choose']>;
});

/** What stands around knobs. */
export const knobNotes = room('knobNotes', {
  paper: ({ value, authors }: { readonly value: string; readonly authors: string }) =>
    `Paper: ${value} (${authors}).`,
  blank: 'must not be blank: put at least a letter or a sign, such as “Wait”',
  idle: 'It makes no difference as the others are set.',
  itself: {
    name: 'The model itself',
    does: 'The same model, drawn anew: it can only doubt what it would not write again.',
  },
  ownHead: {
    name: 'The model’s own head',
    does: 'The model values its own thoughts, by the head that it was trained with.',
  },
});
