import type { ModelAbilities } from '#experiment/abilities.ts';
import { samplingFor, strategyFor } from '#experiment/defaults.ts';
import type { Strategy, StrategyKind } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { Surroundings } from '#strategies/run-experiment.ts';
import type { Settings } from './same-computation.ts';
import { mean, share, type Share } from './statistics.ts';
import { experimentsOf, isRight, sweep } from './sweep.ts';

/** A strategy's line: what it got right and what that cost, a problem. */
export interface StrategyRow {
  readonly name: string;
  readonly accuracy: Share;
  /** Tokens drawn, those of verifiers and of rejected steps included. */
  readonly tokens: number;
  readonly forwards: number;
  /** Wall time of a run, alone on one core. */
  readonly seconds: number;
}

export interface Entry {
  readonly name: string;
  readonly strategy: (model: ModelAbilities) => Strategy;
  readonly temperature?: number;
}

/** The page's settings of a strategy on a model, but for what is given. */
function preset<Kind extends StrategyKind>(
  kind: Kind,
  changes: Partial<Extract<Strategy, { kind: Kind }>> = {},
): Entry['strategy'] {
  return (model) => ({ ...strategyFor(model, kind), ...changes });
}

/**
 * What the table compares: every strategy at its defaults, and the settings that papers report. A process verifier's weakest
 * step counts for a whole trace: its last score is the outcome verifier's.
 */
export const tableEntries: readonly Entry[] = [
  { name: 'direct answer', strategy: preset('direct') },
  { name: 'chain of thought, greedy', strategy: preset('chain-of-thought') },
  { name: 'chain of thought, one sample', strategy: preset('chain-of-thought'), temperature: 0.7 },
  { name: 'chain of thought with "Wait", greedy', strategy: preset('chain-of-thought', { effort: 'high' }) },
  { name: 'budget forcing, 2 waits', strategy: preset('budget-forcing', { waits: 2 }) },
  { name: 'budget forcing, 4 waits', strategy: preset('budget-forcing', { waits: 4 }) },
  { name: 'self-consistency, 8', strategy: preset('self-consistency', { samples: 8 }) },
  { name: 'self-consistency, 32', strategy: preset('self-consistency', { samples: 32 }) },
  { name: 'adaptive self-consistency, up to 32', strategy: preset('adaptive-consistency') },
  {
    name: 'best of 8, process verifier, weakest step',
    strategy: preset('best-of-n', { samples: 8, aggregation: 'min' }),
  },
  {
    name: 'best of 8, outcome verifier',
    strategy: preset('best-of-n', { samples: 8, verifier: { kind: 'outcome' } }),
  },
  {
    name: 'best of 8, rollouts (Math-Shepherd)',
    strategy: preset('best-of-n', {
      samples: 8,
      verifier: { kind: 'rollouts', rollouts: 4, estimate: 'soft' },
    }),
  },
  {
    name: 'best of 8, rule checker',
    strategy: preset('best-of-n', { samples: 8, verifier: { kind: 'rule' } }),
  },
  {
    name: 'best of 32, process verifier, weakest step',
    strategy: preset('best-of-n', { samples: 32, aggregation: 'min' }),
  },
  {
    name: 'weighted vote of 32, process verifier, weakest step',
    strategy: preset('best-of-n', { samples: 32, aggregation: 'min', choose: 'weighted-vote' }),
  },
  {
    name: 'best of 32, rule checker',
    strategy: preset('best-of-n', { samples: 32, verifier: { kind: 'rule' } }),
  },
  {
    name: 'best of 32, oracle (the ceiling)',
    strategy: preset('best-of-n', { samples: 32, verifier: { kind: 'oracle' } }),
  },
  { name: 'step verification', strategy: preset('step-verification') },
  { name: 'attempts, 4 chains of 3', strategy: preset('revision') },
  { name: 'beam search, 4 × 4', strategy: preset('beam-search') },
  { name: 'beam search, 4 × 4, weighted vote', strategy: preset('beam-search', { choose: 'weighted-vote' }) },
  { name: 'DVTS, 4 subtrees × 4', strategy: preset('beam-search', { variant: 'dvts' }) },
  { name: 'tree of thoughts, BFS b = 5', strategy: preset('tree-of-thoughts') },
  {
    name: 'tree of thoughts, BFS b = 5, weighted vote',
    strategy: preset('tree-of-thoughts', { choose: 'weighted-vote' }),
  },
  { name: 'tree of thoughts, DFS', strategy: preset('tree-of-thoughts', { search: 'dfs' }) },
  { name: 'MCTS, 30 simulations', strategy: preset('mcts') },
  { name: 'MCTS, 30 simulations, prior per token', strategy: preset('mcts', { prior: 'per-token' }) },
  { name: 'MCTS, 30 simulations, prior by draws', strategy: preset('mcts', { prior: 'draws' }) },
  { name: 'MCTS, 30 simulations, uniform prior', strategy: preset('mcts', { prior: 'uniform' }) },
  { name: 'MCTS, 100 simulations', strategy: preset('mcts', { simulations: 100 }) },
  {
    name: 'MCTS, 100 simulations, weighted vote',
    strategy: preset('mcts', { simulations: 100, readout: 'weighted-vote' }),
  },
  { name: 'rStar, 16 rollouts', strategy: preset('rstar') },
  { name: 'compute-optimal, 2,000 tokens', strategy: preset('compute-optimal') },
];

export function settingsOf(
  { strategy: on, temperature }: Entry,
  model: ModelAbilities & { readonly id: string },
): Settings {
  const strategy = on(model);
  const sampling = {
    ...samplingFor(model, strategy.kind),
    ...(temperature === undefined ? {} : { temperature }),
  };
  return { model: model.id, strategy, sampling };
}

/**
 * Runs strategies over problems, one run at a time, so that forwards and seconds are each run's own.
 *
 * @param onRow called with each line as it is known.
 */
export async function strategyTable(
  entries: readonly Entry[],
  problems: readonly Problem[],
  model: LanguageModel,
  surroundings: Surroundings,
  onRow: (row: StrategyRow) => void,
): Promise<void> {
  for (const entry of entries) {
    const runs = await sweep(experimentsOf(settingsOf(entry, model.info), problems), model, surroundings, 1);
    onRow({
      name: entry.name,
      accuracy: share(runs.filter(isRight).length, runs.length),
      tokens: mean(runs.map((run) => run.usage.decodedTokens)),
      forwards: mean(runs.map((run) => run.usage.forwards)),
      seconds: mean(runs.map((run) => run.elapsedMs / 1000)),
    });
  }
}
