import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WayToChoose } from '#answers/choose-again.ts';
import { samplingFor, strategyFor } from '#experiment/defaults.ts';
import type { ComparedArm, Comparison } from '#experiment/comparison.ts';
import type { Experiment, StrategyKind } from '#experiment/experiment.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import type { RunArchive } from '../records/archive.ts';
import type { RunWorker } from '#worker/run-client.ts';
import type { AppState, RunLog } from './app-state.ts';
import { anew, withModel } from './draft.ts';
import { experimentOf } from './main-tab.ts';
import { abilitiesOf, type LibraryState } from './library-state.ts';
import type { TimeActions } from './time-actions.ts';

/** One side's run, as far as it has come. */
export interface CompareRun {
  readonly experiment: Experiment;
  /** What a lesson calls it, where sides differ in what their settings alone do not tell. */
  readonly name?: string | undefined;
  /** `not-run`: the comparison was stopped before its turn. */
  readonly phase: 'waiting' | 'running' | 'done' | 'not-run';
  /** Null before its first event. While it runs, each news brings a longer one in place of this one. */
  readonly log: RunLog | null;
  /** Why it never began. */
  readonly failure: Failure | null;
}

/**
 * What stands side by side: the strategies and models that were compared, the original run and its branches, or one run's
 * traces chosen from in several ways; null are those that fit it.
 */
export type Subject =
  | { readonly kind: 'arms' }
  | { readonly kind: 'branches' }
  | { readonly kind: 'choices'; readonly log: RunLog; readonly ways: readonly WayToChoose[] | null };

export interface CompareState {
  readonly subject: Subject;
  /** What is to be compared: two to four. */
  readonly arms: readonly ComparedArm[];
  /** Tokens that each may draw. */
  readonly tokens: number;
  /** What was compared last. */
  readonly runs: readonly CompareRun[];
  readonly busy: boolean;
  /** They had been kept, each as it was run; the choices are not what made them. */
  readonly kept: boolean;
  /** The side that was opened large, and the setup that stood there before; null where none was. */
  readonly opened: { readonly log: RunLog; readonly draft: Experiment } | null;
}

export interface Compare {
  readonly store: StoreApi<CompareState>;
  readonly setArm: (place: number, arm: ComparedArm) => void;
  readonly add: (arm: ComparedArm) => void;
  /** Has this strategy among the sides, first, unless a person or a link chose them. */
  readonly suggest: (kind: StrategyKind) => void;
  readonly remove: (place: number) => void;
  readonly setTokens: (tokens: number) => void;
  readonly setSubject: (subject: Subject) => void;
  /** Sides and budget from a link. Unless they are those that are there, what was compared before is forgotten; nothing runs by itself. */
  readonly pick: (comparison: Comparison) => void;
  readonly open: (opened: CompareState['opened']) => void;
  /** Runs that are over stand side by side, as if they had just been compared. */
  readonly show: (logs: readonly RunLog[]) => void;
  /** Runs one experiment after the other; with names, if they are called something of their own. */
  readonly start: (experiments: readonly Experiment[], names?: readonly string[]) => Promise<void>;
  readonly stop: () => void;
  /** The timeline of what stands side by side; it comes with the part of the page that draws it. */
  readonly time: { current: TimeActions | null };
}

export const mostCompared = 4;

/** Whether strategies and models are on the stage, so that Run is of them. */
export const comparesArms = (
  { tab, branches }: Pick<AppState, 'tab' | 'branches'>,
  { subject }: Pick<CompareState, 'subject'>,
): boolean =>
  tab === 'compare' && (subject.kind === 'arms' || (subject.kind === 'branches' && branches.length < 2));

const initial: CompareState = {
  subject: { kind: 'arms' },
  arms: [
    { kind: 'chain-of-thought' },
    { kind: 'self-consistency' },
    { kind: 'beam-search' },
    { kind: 'mcts' },
  ],
  tokens: 2000,
  runs: [],
  busy: false,
  kept: false,
  opened: null,
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
export function createCompare(runWorker: RunWorker, archive: Pick<RunArchive, 'grew'>): Compare {
  const store = createStore<CompareState>(() => initial);
  let abort: AbortController | null = null;

  const put = (place: number, change: Partial<CompareRun>) =>
    store.setState(({ runs }) => ({
      runs: runs.map((run, at) => (at === place ? { ...run, ...change } : run)),
    }));

  async function runOne(experiment: Experiment, place: number, signal: AbortSignal): Promise<void> {
    let entries: readonly LogEntry[] = [];
    put(place, { phase: 'running' });
    await runWorker.run(
      experiment,
      {
        onEntries: (news) => {
          entries = entries.concat(news);
          const [first] = entries;
          if (first?.event.type === 'run-started') {
            archive.grew(entries);
            put(place, { log: { entries, origin: 'live' } });
          } else if (first?.event.type === 'run-failed') put(place, { failure: first.event.failure });
        },
        onProgress: () => undefined,
      },
      signal,
    );
    put(place, { phase: entries[0]?.event.type === 'run-cancelled' ? 'not-run' : 'done' });
  }

  /** Whether the run was stopped, by a person or by another run that took the worker. */
  const wasStopped = (place: number): boolean => {
    const run = store.getState().runs[place];
    return run?.phase === 'not-run' || run?.log?.entries.at(-1)?.event.type === 'run-cancelled';
  };

  /** The sides that nobody chose. */
  let usual = initial.arms;

  return {
    store,
    setArm: (place, arm) =>
      store.setState(({ arms }) => ({ arms: arms.map((old, at) => (at === place ? arm : old)) })),
    add: (arm) => store.setState(({ arms }) => (arms.length < mostCompared ? { arms: [...arms, arm] } : {})),
    suggest: (kind) =>
      store.setState(({ arms }) => {
        if (arms !== usual && arms !== initial.arms) return {};
        if (arms.some((arm) => arm.kind === kind)) return {};
        usual = initial.arms.some((arm) => arm.kind === kind)
          ? initial.arms
          : [{ kind }, ...initial.arms.slice(0, mostCompared - 1)];
        return { arms: usual };
      }),
    remove: (place) =>
      store.setState(({ arms }) => (arms.length > 2 ? { arms: arms.filter((_, at) => at !== place) } : {})),
    setTokens: (tokens) => store.setState({ tokens }),
    setSubject: (subject) => store.setState({ subject }),
    pick({ arms, tokens }) {
      const now = store.getState();
      if (arms === now.arms && tokens === now.tokens) return store.setState({ subject: initial.subject });
      abort?.abort();
      store.setState({ ...initial, arms, tokens });
      abort = null;
    },
    show(logs) {
      abort?.abort();
      abort = null;
      const runs = logs.flatMap((log) => {
        const experiment = experimentOf(log);
        return experiment ? [{ experiment, phase: 'done', log, failure: null } as const] : [];
      });
      store.setState({
        ...initial,
        arms: runs.map(({ experiment: { strategy, model } }) => ({ kind: strategy.kind, model })),
        tokens: Math.max(...runs.map(({ experiment }) => experiment.budget.tokens)) || initial.tokens,
        runs,
        kept: true,
      });
    },
    open: (opened) => store.setState({ opened }),
    async start(experiments, names = []) {
      abort?.abort();
      const controller = new AbortController();
      abort = controller;
      store.setState({
        subject: initial.subject,
        busy: true,
        kept: false,
        opened: null,
        runs: experiments.map((experiment, place) => ({
          experiment,
          name: names[place],
          phase: 'waiting',
          log: null,
          failure: null,
        })),
      });
      for (const [place, experiment] of experiments.entries()) {
        if (abort !== controller || controller.signal.aborted) break;
        await runOne(experiment, place, controller.signal);
        if (wasStopped(place)) break;
      }
      if (abort !== controller) return;
      store.setState(({ runs }) => ({
        busy: false,
        runs: runs.map((run) => (run.phase === 'waiting' ? { ...run, phase: 'not-run' } : run)),
      }));
    },
    stop: () => abort?.abort(),
    time: { current: null },
  };
}
