import type { ModelAbilities } from '#experiment/abilities.ts';
import { samplingFor, strategyFor } from '#experiment/defaults.ts';
import type { Strategy, StrategyKind } from '#experiment/experiment.ts';
import { unavailable } from '#experiment/fit.ts';
import type { Problem } from '#experiment/problem.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import { measuredArms } from './measured-arms.ts';
import type { Settings } from './same-computation.ts';
import { mean, share, type Proportion } from './statistics.ts';
import type { MeasureRun } from './sweeps/run-cells.ts';

/** A strategy's line: what it got right and what that cost, a problem. */
export interface StrategyRow<Name extends string = string> {
  readonly name: Name;
  readonly accuracy: Proportion;
  /** Tokens drawn, those of verifiers and of rejected steps included. */
  readonly tokens: number;
  readonly forwards: number;
  /** Wall time of a run, alone on one core. */
  readonly seconds: number;
}

export interface Entry<Name extends string = string> {
  /** A key of its words. */
  readonly name: Name;
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

/** Settings that papers report. A process verifier's weakest step counts for a whole trace: its last score is the outcome verifier's. */
const reported = [
  { name: 'direct', strategy: preset('direct') },
  { name: 'chain-greedy', strategy: preset('chain-of-thought') },
  { name: 'chain-sample', strategy: preset('chain-of-thought'), temperature: 0.7 },
  { name: 'chain-waits', strategy: preset('chain-of-thought', { effort: 'high' }) },
  { name: 'budget-2', strategy: preset('budget-forcing', { waits: 2 }) },
  { name: 'budget-4', strategy: preset('budget-forcing', { waits: 4 }) },
  { name: 'vote-8', strategy: preset('self-consistency', { samples: 8 }) },
  { name: 'vote-32', strategy: preset('self-consistency', { samples: 32 }) },
  { name: 'adaptive-32', strategy: preset('adaptive-consistency') },
  {
    name: 'best-8-process',
    strategy: preset('best-of-n', { samples: 8, aggregation: 'min' }),
  },
  {
    name: 'best-8-outcome',
    strategy: preset('best-of-n', { samples: 8, verifier: { kind: 'outcome' } }),
  },
  {
    name: 'best-8-rollouts',
    strategy: preset('best-of-n', {
      samples: 8,
      verifier: { kind: 'rollouts', rollouts: 4, estimate: 'soft' },
    }),
  },
  {
    name: 'best-8-rule',
    strategy: preset('best-of-n', { samples: 8, verifier: { kind: 'rule' } }),
  },
  {
    name: 'best-32-process',
    strategy: preset('best-of-n', { samples: 32, aggregation: 'min' }),
  },
  {
    name: 'weighted-32-process',
    strategy: preset('best-of-n', { samples: 32, aggregation: 'min', choose: 'weighted-vote' }),
  },
  {
    name: 'best-32-rule',
    strategy: preset('best-of-n', { samples: 32, verifier: { kind: 'rule' } }),
  },
  {
    name: 'best-32-oracle',
    strategy: preset('best-of-n', { samples: 32, verifier: { kind: 'oracle' } }),
  },
  { name: 'step-verification', strategy: preset('step-verification') },
  { name: 'revision', strategy: preset('revision') },
  { name: 'beam', strategy: preset('beam-search') },
  { name: 'beam-weighted', strategy: preset('beam-search', { choose: 'weighted-vote' }) },
  { name: 'dvts', strategy: preset('beam-search', { variant: 'dvts' }) },
  { name: 'thoughts-bfs', strategy: preset('tree-of-thoughts') },
  {
    name: 'thoughts-bfs-weighted',
    strategy: preset('tree-of-thoughts', { choose: 'weighted-vote' }),
  },
  { name: 'thoughts-dfs', strategy: preset('tree-of-thoughts', { search: 'dfs' }) },
  { name: 'mcts-30', strategy: preset('mcts') },
  { name: 'mcts-30-per-token', strategy: preset('mcts', { prior: 'per-token' }) },
  { name: 'mcts-30-draws', strategy: preset('mcts', { prior: 'draws' }) },
  { name: 'mcts-30-uniform', strategy: preset('mcts', { prior: 'uniform' }) },
  { name: 'mcts-100', strategy: preset('mcts', { simulations: 100 }) },
  {
    name: 'mcts-100-weighted',
    strategy: preset('mcts', { simulations: 100, readout: 'weighted-vote' }),
  },
  { name: 'rstar', strategy: preset('rstar') },
  { name: 'compute-optimal', strategy: preset('compute-optimal') },
] as const satisfies readonly Entry[];

/** A line's own name, or the kind of a strategy that has one line, at the page's settings. */
export type EntryName = (typeof reported)[number]['name'] | StrategyKind;

const anyModel = { families: [], capabilities: { valueHead: true, fewShot: true, instructions: false } };
const kinds = new Set(reported.map(({ strategy }) => strategy(anyModel).kind));

/** What the table compares: the settings that papers report, and every other strategy at the page's own. */
export const tableEntries: readonly Entry<EntryName>[] = [
  ...reported,
  ...strategyKinds
    .filter((kind) => !kinds.has(kind))
    .map((kind): Entry<EntryName> => ({ name: kind, strategy: preset(kind) })),
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
 * Runs strategies over problems, one run at a time, so that forwards and seconds are each run's own. What the model cannot
 * serve is left out. Rejects with PolicyError, or AbortError.
 *
 * @param onRow called with each line as it is known.
 */
export async function strategyTable<Name extends string>(
  entries: readonly Entry<Name>[],
  problems: readonly Problem[],
  model: ModelAbilities & { readonly id: string },
  measure: MeasureRun,
  onRow: (row: StrategyRow<Name>) => void,
): Promise<void> {
  for (const entry of entries) {
    const settings = settingsOf(entry, model);
    if (unavailable(settings.strategy, model)) continue;
    const [runs = []] = await measuredArms([settings], problems, [measure]);
    onRow({
      name: entry.name,
      accuracy: share(runs.filter(({ right }) => right).length, runs.length),
      tokens: mean(runs.map(({ tokens }) => tokens)),
      forwards: mean(runs.map(({ forwards }) => forwards)),
      seconds: mean(runs.map(({ seconds }) => seconds)),
    });
  }
}
