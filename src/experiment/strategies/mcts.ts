import * as v from 'valibot';
import { integerIn, realIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { verifierSchema } from '../verifier.ts';
import { asking, fewSteps, manySteps, ownValueHead } from './fields.ts';
import { factSheet } from './sheet.ts';

/**
 * What PUCT takes for the prior of a step among its siblings: the mean over its tokens of the policy's log-probability, their
 * sum, the share of the draws that wrote it, or the same for all. See `priorsOf`.
 */
const priorSchema = v.picklist(['per-token', 'sum', 'draws', 'uniform']);
export type Prior = v.InferOutput<typeof priorSchema>;

/** Monte-Carlo tree search with PUCT (Silver et al. 2017, arXiv 1712.01815; for language models Feng et al. 2023, arXiv 2309.17179). */
export const mctsSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('mcts'),
    simulations: integerIn(1, 400),
    /** c of `Q + c * P * sqrt(N_parent) / (1 + N_child)`. */
    exploration: realIn(0, 10),
    /** Runs that were saved before there was a choice took the sum. */
    prior: v.optional(priorSchema, 'sum'),
    /** Children sampled when a node is first expanded. */
    expansion: integerIn(1, 16),
    /** `value`: the verifier's score of the new node. `rollout`: a completion's end, scored. `mix`: their mean. */
    evaluation: v.picklist(['value', 'rollout', 'mix']),
    /** Simulations under way at once, kept apart by virtual loss (Segal 2010; Chaslot et al. 2008); 1 is the plain algorithm. */
    parallel: integerIn(1, 16),
    /** More children as visits grow: at most `expansion + widening * sqrt(N)` (Couëtoux et al. 2011); 0 is off. */
    widening: realIn(0, 4),
    readout: v.picklist(['most-visited', 'best-value', 'best-terminal', 'majority', 'weighted-vote']),
    maxSteps: integerIn(1, 40),
    verifier: verifierSchema,
  }),
  source: sources.silver,
  group: 'search',
  picture: 'tree',
  steps: ['select', 'expand', 'score', 'back-up', 'choose'],
  main: ['simulations', 'expansion', 'exploration', 'verifier'],
  amounts: ['simulations', 'expansion'],
  needs: ['going-on'],
  // 30 simulations are enough for most games of 24 and slow enough to follow; c is near AlphaZero's 1.25. The steps of
  // the models that ship are of one form, so that the probability of the whole step is a fair prior.
  defaults: {
    simulations: 30,
    exploration: 1.5,
    prior: 'sum',
    expansion: 8,
    evaluation: 'value',
    parallel: 4,
    widening: 1,
    readout: 'best-terminal',
    maxSteps: fewSteps,
    verifier: ownValueHead,
  },
  // Children are drawn from the very distribution that their priors are taken from.
  temperature: 1,
  // Steps in words differ in length, and a sum would starve the longer ones; as Feng et al.'s code (arXiv 2309.17179).
  inWords: { verifier: asking, maxSteps: manySteps, simulations: 16, expansion: 4, prior: 'per-token' },
  // A rollout ends in a finished trace, whoever scores it.
  verifies: ({ evaluation }) => (evaluation === 'rollout' ? 'traces' : 'steps'),
  papers: {
    simulations: sources.silver,
    exploration: sources.silver,
    prior: sources.feng,
    expansion: sources.silver,
    evaluation: sources.silver,
    parallel: sources.feng,
    readout: sources.silver,
  },
  link: {
    since: 1,
    standard: {
      simulations: 30,
      exploration: 1.5,
      expansion: 8,
      evaluation: 'value',
      parallel: 4,
      widening: 1,
      readout: 'best-terminal',
      maxSteps: 8,
      verifier: { kind: 'process' },
      prior: 'sum',
    },
    temperature: 1,
    later: { prior: 4, readout: { 'weighted-vote': 3 } },
  },
});
