import { createStore, type StoreApi } from 'zustand/vanilla';
import { samplingFor, strategyFor } from '../../experiment/defaults.ts';
import type { ModelAbilities } from '../../experiment/abilities.ts';
import type { Comparison } from '../../experiment/comparison.ts';
import type { Experiment, StrategyKind } from '../../experiment/experiment.ts';
import type { LogEntry } from '../../run/events.ts';
import { emptyRun, type RunState } from '../../run/state.ts';
import { stateAt } from '../../run/timeline.ts';
import type { Lab } from '../../worker/lab-client.ts';

/** One strategy's run, as far as it has come. */
export interface CompareRun {
  readonly kind: StrategyKind;
  readonly phase: 'waiting' | 'running' | 'done';
  readonly entries: readonly LogEntry[];
  readonly state: RunState;
}

export interface CompareState {
  /** What is to be compared: two to four. */
  readonly kinds: readonly StrategyKind[];
  /** Tokens that each may draw. */
  readonly tokens: number;
  /** What was compared last. */
  readonly runs: readonly CompareRun[];
  readonly busy: boolean;
}

export interface Compare {
  readonly store: StoreApi<CompareState>;
  readonly setKind: (place: number, kind: StrategyKind) => void;
  readonly add: (kind: StrategyKind) => void;
  readonly remove: (place: number) => void;
  readonly setTokens: (tokens: number) => void;
  /** Strategies and budget from a link. What was compared before is forgotten; nothing runs by itself. */
  readonly pick: (comparison: Comparison) => void;
  /** Runs one strategy after the other on the problem, model and seed of the experiment. */
  readonly start: (experiment: Experiment, model: ModelAbilities) => Promise<void>;
  readonly stop: () => void;
}

export const mostCompared = 4;

const initial: CompareState = { kinds: ['chain-of-thought', 'self-consistency', 'beam-search', 'mcts'], tokens: 2000, runs: [], busy: false };

/** The experiment of one strategy in a comparison: its own defaults, or the draft's settings where it is the draft's strategy. */
export function comparedExperiment(experiment: Experiment, kind: StrategyKind, tokens: number, model: ModelAbilities): Experiment {
  const own = experiment.strategy.kind === kind;
  const { start: _, pruned: __, ...rest } = experiment;
  return {
    ...rest,
    strategy: own ? experiment.strategy : strategyFor(model, kind),
    sampling: own ? experiment.sampling : { ...experiment.sampling, temperature: samplingFor(model, kind).temperature },
    budget: { tokens },
  };
}

/** Runs strategies one after the other in the same worker, so that none takes time from another. */
export function createCompare(lab: Lab): Compare {
  const store = createStore<CompareState>(() => initial);
  let abort: AbortController | null = null;

  const put = (place: number, change: Partial<CompareRun>) =>
    store.setState(({ runs }) => ({ runs: runs.map((run, at) => (at === place ? { ...run, ...change } : run)) }));

  async function runOne(experiment: Experiment, place: number, signal: AbortSignal): Promise<void> {
    const entries: LogEntry[] = [];
    put(place, { phase: 'running', entries });
    await lab.run(experiment, {
      onEntries: (news) => {
        entries.push(...news);
        if (entries[0]?.event.type === 'run-started') put(place, { state: stateAt(entries, entries.length) });
      },
      onProgress: () => undefined,
    }, signal);
    put(place, { phase: 'done' });
  }

  return {
    store,
    setKind: (place, kind) => store.setState(({ kinds }) => ({ kinds: kinds.map((old, at) => (at === place ? kind : old)) })),
    add: (kind) => store.setState(({ kinds }) => (kinds.length < mostCompared ? { kinds: [...kinds, kind] } : {})),
    remove: (place) => store.setState(({ kinds }) => (kinds.length > 2 ? { kinds: kinds.filter((_, at) => at !== place) } : {})),
    setTokens: (tokens) => store.setState({ tokens }),
    pick({ kinds, tokens }) {
      abort?.abort();
      store.setState({ kinds, tokens, runs: [], busy: false });
      abort = null;
    },
    async start(experiment, model) {
      abort?.abort();
      const controller = new AbortController();
      abort = controller;
      const { kinds, tokens } = store.getState();
      store.setState({ busy: true, runs: kinds.map((kind) => ({ kind, phase: 'waiting', entries: [], state: emptyRun })) });
      for (const [place, kind] of kinds.entries()) {
        if (abort !== controller || controller.signal.aborted) break;
        await runOne(comparedExperiment(experiment, kind, tokens, model), place, controller.signal);
        // Another run took the worker: this comparison is over.
        if (store.getState().runs[place]?.state.status === 'cancelled') break;
      }
      if (abort === controller) store.setState({ busy: false });
    },
    stop: () => abort?.abort(),
  };
}
