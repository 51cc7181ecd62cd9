import { createStore, type StoreApi } from 'zustand/vanilla';
import { samplingFor, strategyFor } from '#experiment/defaults.ts';
import type { ComparedArm, Comparison } from '#experiment/comparison.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LogEntry } from '#run/events.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { stateAt } from '#run/timeline.ts';
import type { RunWorker } from '#worker/run-client.ts';
import { anew, withModel } from './draft.ts';
import { abilitiesOf, type LibraryState } from './library-state.ts';

/** One side's run, as far as it has come. */
export interface CompareRun {
  readonly experiment: Experiment;
  readonly phase: 'waiting' | 'running' | 'done';
  readonly entries: readonly LogEntry[];
  readonly state: RunState;
}

export interface CompareState {
  /** What is to be compared: two to four. */
  readonly arms: readonly ComparedArm[];
  /** Tokens that each may draw. */
  readonly tokens: number;
  /** What was compared last. */
  readonly runs: readonly CompareRun[];
  readonly busy: boolean;
}

export interface Compare {
  readonly store: StoreApi<CompareState>;
  readonly setArm: (place: number, arm: ComparedArm) => void;
  readonly add: (arm: ComparedArm) => void;
  readonly remove: (place: number) => void;
  readonly setTokens: (tokens: number) => void;
  /** Sides without a model of their own are given this one. */
  readonly keepModel: (model: string) => void;
  /** Sides and budget from a link. What was compared before is forgotten; nothing runs by itself. */
  readonly pick: (comparison: Comparison) => void;
  /** Runs one experiment after the other. */
  readonly start: (experiments: readonly Experiment[]) => Promise<void>;
  readonly stop: () => void;
}

export const mostCompared = 4;

const initial: CompareState = {
  arms: [
    { kind: 'chain-of-thought' },
    { kind: 'self-consistency' },
    { kind: 'beam-search' },
    { kind: 'mcts' },
  ],
  tokens: 2000,
  runs: [],
  busy: false,
};

/** The experiment of one side: its strategy's defaults, or the draft's settings where it is the draft's strategy. */
export function comparedExperiment(
  draft: Experiment,
  { kind, model: id = draft.model }: ComparedArm,
  tokens: number,
  library: LibraryState,
): Experiment {
  const moved = withModel(anew(draft), id, library);
  const own = moved.strategy.kind === kind;
  const model = abilitiesOf(id, library);
  return {
    ...moved,
    strategy: own ? moved.strategy : strategyFor(model, kind),
    sampling: own ? moved.sampling : { ...moved.sampling, temperature: samplingFor(model, kind).temperature },
    budget: { tokens },
  };
}

export function comparedExperiments(
  draft: Experiment,
  { arms, tokens }: Comparison,
  library: LibraryState,
): readonly Experiment[] {
  return arms.map((arm) => comparedExperiment(draft, arm, tokens, library));
}

/** Runs experiments one after the other in the same worker, so that none takes time from another. */
export function createCompare(runWorker: RunWorker): Compare {
  const store = createStore<CompareState>(() => initial);
  let abort: AbortController | null = null;

  const put = (place: number, change: Partial<CompareRun>) =>
    store.setState(({ runs }) => ({
      runs: runs.map((run, at) => (at === place ? { ...run, ...change } : run)),
    }));

  async function runOne(experiment: Experiment, place: number, signal: AbortSignal): Promise<void> {
    let entries: readonly LogEntry[] = [];
    put(place, { phase: 'running', entries });
    await runWorker.run(
      experiment,
      {
        onEntries: (news) => {
          entries = entries.concat(news);
          if (entries[0]?.event.type === 'run-started')
            put(place, { entries, state: stateAt(entries, entries.length) });
        },
        onProgress: () => undefined,
      },
      signal,
    );
    put(place, { phase: 'done' });
  }

  return {
    store,
    setArm: (place, arm) =>
      store.setState(({ arms }) => ({ arms: arms.map((old, at) => (at === place ? arm : old)) })),
    add: (arm) => store.setState(({ arms }) => (arms.length < mostCompared ? { arms: [...arms, arm] } : {})),
    remove: (place) =>
      store.setState(({ arms }) => (arms.length > 2 ? { arms: arms.filter((_, at) => at !== place) } : {})),
    keepModel: (model) => store.setState(({ arms }) => ({ arms: arms.map((arm) => ({ model, ...arm })) })),
    setTokens: (tokens) => store.setState({ tokens }),
    pick({ arms, tokens }) {
      abort?.abort();
      store.setState({ arms, tokens, runs: [], busy: false });
      abort = null;
    },
    async start(experiments) {
      abort?.abort();
      const controller = new AbortController();
      abort = controller;
      store.setState({
        busy: true,
        runs: experiments.map((experiment) => ({
          experiment,
          phase: 'waiting',
          entries: [],
          state: emptyRun,
        })),
      });
      for (const [place, experiment] of experiments.entries()) {
        if (abort !== controller || controller.signal.aborted) break;
        await runOne(experiment, place, controller.signal);
        // Another run took the worker: this comparison is over.
        if (store.getState().runs[place]?.state.status === 'cancelled') break;
      }
      if (abort === controller) store.setState({ busy: false });
    },
    stop: () => abort?.abort(),
  };
}
