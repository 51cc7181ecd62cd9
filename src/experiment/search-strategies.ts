import * as v from 'valibot';
import { effortSchema } from './effort.ts';
import { modelIdSchema } from './model-id.ts';
import { integer, real } from './ranges.ts';
import { aggregationSchema, verifierSchema } from './verifier.ts';

/**
 * How scored traces become one answer: that of the best one, or the answer whose scores sum to the most (Li et al. 2022, arXiv
 * 2206.02336; after a search, Snell et al. 2024, arXiv 2408.03314, section 5.1, and Feng et al. 2023, arXiv 2309.17179).
 */
const chooseSchema = v.picklist(['best', 'weighted-vote']);
export type Choose = v.InferOutput<typeof chooseSchema>;
/** Of a search: runs that were saved before there was a choice took the best. */
const chooseAfterSearch = v.optional(chooseSchema, 'best');

/** Best-of-N: N traces, the best-scored one wins, or its answer's summed scores do (Li et al. 2022, arXiv 2206.02336). */
export const bestOfN = v.strictObject({
  kind: v.literal('best-of-n'),
  samples: integer(1, 64),
  effort: effortSchema,
  verifier: verifierSchema,
  aggregation: aggregationSchema,
  choose: chooseSchema,
});

/** Step-level beam search guided by a verifier, and its variant of independent subtrees, DVTS (Beeching, Tunstall and Rush 2024, "Scaling test-time compute with open models"; Snell et al. 2024, arXiv 2408.03314, section 5.2). */
export const beamSearch = v.strictObject({
  kind: v.literal('beam-search'),
  variant: v.picklist(['beam', 'dvts']),
  /** Beams kept after each round; for DVTS, independent subtrees. */
  width: integer(1, 16),
  /** Next steps sampled from each beam. */
  expansion: integer(1, 16),
  /** Steps rolled out greedily beyond a step before it is scored. */
  lookahead: integer(0, 4),
  maxSteps: integer(1, 40),
  verifier: verifierSchema,
  aggregation: aggregationSchema,
  choose: chooseAfterSearch,
});

/** Tree of thoughts (Yao et al. 2023, arXiv 2305.10601, section 3 and algorithms 1 and 2). */
export const treeOfThoughts = v.strictObject({
  kind: v.literal('tree-of-thoughts'),
  search: v.picklist(['bfs', 'dfs']),
  /** `sample`: k independent draws. `propose`: k distinct thoughts, drawn until they differ (bounded). */
  generate: v.picklist(['sample', 'propose']),
  /** k: thoughts from each state. */
  thoughts: integer(1, 32),
  /** b: states kept after each level (BFS). */
  breadth: integer(1, 16),
  /** States valued below it are not followed (DFS). */
  threshold: real(0, 1),
  /** States visited at most (DFS). */
  maxVisits: integer(1, 200),
  evaluate: v.picklist(['value', 'vote']),
  maxSteps: integer(1, 40),
  verifier: verifierSchema,
  choose: chooseAfterSearch,
});

/**
 * What PUCT takes for the prior of a step among its siblings: the mean over its tokens of the policy's log-probability, their
 * sum, the share of the draws that wrote it, or the same for all. See `priorsOf`.
 */
const priorSchema = v.picklist(['per-token', 'sum', 'draws', 'uniform']);
export type Prior = v.InferOutput<typeof priorSchema>;

/** Monte-Carlo tree search with PUCT (Silver et al. 2017, arXiv 1712.01815; for language models Feng et al. 2023, arXiv 2309.17179). */
export const mcts = v.strictObject({
  kind: v.literal('mcts'),
  simulations: integer(1, 400),
  /** c of `Q + c * P * sqrt(N_parent) / (1 + N_child)`. */
  exploration: real(0, 10),
  /** Runs that were saved before there was a choice took the sum. */
  prior: v.optional(priorSchema, 'sum'),
  /** Children sampled when a node is first expanded. */
  expansion: integer(1, 16),
  /** `value`: the verifier's score of the new node. `rollout`: a completion's end, scored. `mix`: their mean. */
  evaluation: v.picklist(['value', 'rollout', 'mix']),
  /** Simulations under way at once, kept apart by virtual loss (Segal 2010; Chaslot et al. 2008); 1 is the plain algorithm. */
  parallel: integer(1, 16),
  /** More children as visits grow: at most `expansion + widening * sqrt(N)` (Couëtoux et al. 2011); 0 is off. */
  widening: real(0, 4),
  readout: v.picklist(['most-visited', 'best-value', 'best-terminal', 'majority', 'weighted-vote']),
  maxSteps: integer(1, 40),
  verifier: verifierSchema,
});

/**
 * What second samplings are for. `trace`: the trace with the highest reward × agreement gives the answer, in the spirit of rStar's
 * section 3.3. The others are the modes of the authors' code, which lets traces through and then chooses among answers: where
 * `any` of a trace's second samplings agrees (its `loose`), `half` (`mid`), `all` (`strict`), or a `majority` (`maj`).
 */
const confirmSchema = v.picklist(['trace', 'any', 'half', 'all', 'majority']);
export type Confirm = v.InferOutput<typeof confirmSchema>;

/** rStar (Qi et al. 2024, arXiv 2408.06195): a rich set of actions, UCT, and mutual consistency in place of any reward. */
export const rStar = v.strictObject({
  kind: v.literal('rstar'),
  rollouts: integer(1, 64),
  exploration: real(0, 10),
  /** Next steps sampled by the one-step action. */
  steps: integer(1, 8),
  /** Draws of all that is left, of which the most frequent answer is kept. Runs that were saved before one could say had ten. */
  lastVotes: v.optional(integer(1, 64), 10),
  /** Share of a trace that the second sampling is given, drawn uniformly between these. */
  maskFrom: real(0.1, 0.9),
  maskTo: real(0.1, 0.9),
  /** Second samplings for each candidate trace. */
  checks: integer(1, 8),
  /** Runs that were saved before there was a choice took the best trace. */
  confirm: v.optional(confirmSchema, 'trace'),
  /** The model that writes the second samplings, where it is another one. */
  discriminator: v.exactOptional(modelIdSchema),
  maxSteps: integer(1, 40),
});

/** Holds a letter, digit or sign: a blank says nothing to a model, nor do characters that nobody sees. */
export const saysSomething = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Budget forcing (Muennighoff et al. 2025, s1, arXiv 2501.19393, section 3.1). */
export const budgetForcing = v.strictObject({
  kind: v.literal('budget-forcing'),
  effort: effortSchema,
  /** Times the end of thinking is dropped and the word put in its place. */
  waits: integer(0, 16),
  word: v.pipe(
    v.string(),
    v.regex(saysSomething, 'must not be blank: put at least a letter or a sign, such as “Wait”'),
    v.maxLength(40),
  ),
  /** Thinking tokens at most; the answer is then forced. */
  thinkingTokens: integer(1, 4096),
});

/** Sequential revision, and the parallel-by-sequential grid (Snell et al. 2024, arXiv 2408.03314, section 6). */
export const revision = v.strictObject({
  kind: v.literal('revision'),
  /** Chains of attempts side by side. */
  parallel: integer(1, 16),
  /** Attempts in a chain, the first included. */
  rounds: integer(1, 8),
  verifier: verifierSchema,
  aggregation: aggregationSchema,
});

/** A step is kept only if it passes; else it is drawn again (Lightman et al. 2023 give the scores; step-by-step rejection sampling). */
export const stepVerification = v.strictObject({
  kind: v.literal('step-verification'),
  /** Score a step must reach. */
  threshold: real(0, 1),
  /** Further draws for a step that failed, in all. */
  retries: integer(0, 64),
  maxSteps: integer(1, 40),
  verifier: verifierSchema,
});

/** Difficulty from a few samples, then the strategy that it asks for (Snell et al. 2024, arXiv 2408.03314, section 3). */
export const computeOptimal = v.strictObject({
  kind: v.literal('compute-optimal'),
  /** Samples from which difficulty is estimated. */
  probe: integer(2, 16),
  /** Tokens to spend in all, the probe included. */
  tokens: integer(100, 100_000),
  verifier: verifierSchema,
});

/** Sampling stops once the vote is decided (Aggarwal et al. 2023, arXiv 2305.11860). */
export const adaptiveConsistency = v.strictObject({
  kind: v.literal('adaptive-consistency'),
  samples: integer(1, 64),
  /** Samples drawn together before the vote is looked at. */
  batch: integer(1, 16),
  effort: effortSchema,
  /** `certain`: when no outcome of the remaining samples can change the winner. `confident`: when the winner is ahead with the stated probability. */
  stop: v.picklist(['certain', 'confident']),
  confidence: real(0.5, 0.999),
});
