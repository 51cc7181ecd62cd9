import { quoted } from '#run/failure.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '#experiment/experiment.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import { isInterrupted } from '#run/interrupted.ts';
import type { RunArchive } from '../records/archive.ts';
import type { RunWorker } from '#worker/run-client.ts';
import type { AppState, Branch, RunLog } from './app-state.ts';
import type { Frames } from './player.ts';
import { experimentOf, tabAtStart } from './main-tab.ts';
import { emptyStage, grown, problemNotice } from './transitions.ts';
import { notices } from '#words/en/notices.ts';

export interface RunControl {
  /** @param branch of the run on the stage, where it is one: its name, and what is different in it. */
  start(experiment: Experiment, branch?: Omit<Branch, 'log'>): void;
  /** Goes on from the interrupted run on the stage: what its log has is not drawn again. */
  readonly resume: () => void;
  readonly cancel: () => void;
  /** Ends the run and forgets it: something else takes the stage. */
  drop(): void;
  /** Something else takes the stage for now: a run that is on it ends as when it is cancelled, one that is not yet is forgotten. */
  readonly leave: () => void;
}

/**
 * Starts and stops runs. Entries reach the page at most once a frame. What is
 * on the stage stays there until the new run's first event: a model that cannot be loaded takes nothing away. A run that
 * goes on from another one takes the stage once it has come further.
 *
 * @param archive keeps what comes over the end of the page.
 * @param onGrown a run that has come further has another log, for whoever kept the one before.
 */
export function createRunControl(
  store: StoreApi<AppState>,
  runWorker: RunWorker,
  frames: Frames,
  archive: Pick<RunArchive, 'grew' | 'left'>,
  onGrown: (before: RunLog, after: RunLog) => void,
): RunControl {
  let abort: AbortController | null = null;
  /** Whether the run that goes on has taken the stage. */
  let onStage = false;
  /** The log of the run that goes on, once it has taken the stage. */
  let going: RunLog | null = null;

  /** Ends what goes on, if anything does, because something else begins. */
  function end(): void {
    abort?.abort();
    abort = null;
    if (going) archive.left(going.entries);
    going = null;
  }

  function start(
    experiment: Experiment,
    { branch, from }: { readonly branch?: Omit<Branch, 'log'> | undefined; readonly from?: RunLog } = {},
  ): void {
    const { log: origin } = store.getState();
    end();
    const controller = new AbortController();
    abort = controller;
    onStage = false;
    const mine = () => abort === controller;
    /** What the run wrote before it took the stage; since then null. */
    let ahead: LogEntry[] | null = [];
    /** What came since the last frame. */
    let news: LogEntry[] = [];
    /** This run's log as it is on the stage. */
    let log: RunLog | null = null;
    let frame: number | null = null;

    const flush = () => {
      frame = null;
      if (!mine() || !log) return;
      const before = log;
      const after: RunLog = news.length > 0 ? { ...before, entries: before.entries.concat(news) } : before;
      log = after;
      going = after;
      news = [];
      archive.grew(after.entries);
      try {
        store.setState((state) => grown(state, before, after));
        onGrown(before, after);
      } catch (error) {
        // A log that does not fold is a mistake of ours. What was shown stays; the rest of the run is not read.
        abort = null;
        controller.abort();
        store.setState({ phase: 'idle', openingFailure: unexpected(error) });
      }
    };
    const flushNow = () => {
      if (frame !== null) frames.cancel(frame);
      flush();
    };

    function receive(entries: readonly LogEntry[]): void {
      if (!mine() || entries.length === 0) return;
      const queue = ahead ?? news;
      // One by one: an argument each would be too many of a run that was resumed.
      for (const entry of entries) queue.push(entry);
      if (ahead) {
        const last = ahead.at(-1)?.event;
        if (mayTakeStage(ahead)) takeStage(ahead);
        else if (last?.type === 'run-failed') failedToStart(last.failure);
        // Cancelled while the model was loading, or before it came further: there is nothing new to show.
      }
      if (log) frame ??= frames.request(flush);
    }

    function mayTakeStage(written: readonly LogEntry[]): boolean {
      if (written[0]?.event.type !== 'run-started') return false;
      return !from || written.length >= from.entries.length || written.at(-1)?.event.type === 'run-finished';
    }

    function takeStage(written: readonly LogEntry[]): void {
      ahead = null;
      onStage = true;
      const started: RunLog = { entries: written, origin: 'live' };
      log = started;
      going = started;
      archive.grew(written, from?.entries);
      store.setState((state) => ({
        ...(from
          ? inPlaceOf(from, started, state)
          : {
              ...asNew(state, experiment),
              branches: branch && origin ? [...family(state, origin), { ...branch, log: started }] : [],
            }),
        log: started,
        phase: state.phase === 'stopping' ? 'stopping' : 'running',
        progress: null,
      }));
      // What stood there is not to be gone for a frame.
      if (from) flush();
    }

    /** A run that goes on leaves the stage to the one it goes on from: that one can be gone on from again. */
    function failedToStart(failure: Failure): void {
      store.setState(from ? { notice: problemNotice(failure) } : { openingFailure: failure });
    }

    store.setState({ phase: 'opening', progress: null, openingFailure: null, notice: null, playing: false });
    void runWorker
      .run(
        experiment,
        { onEntries: receive, onProgress: (progress) => mine() && store.setState({ progress }) },
        controller.signal,
        from?.entries,
      )
      .catch((error: unknown) => mine() && store.setState({ openingFailure: unexpected(error) }))
      .then(() => {
        if (!mine()) return;
        flushNow();
        abort = null;
        going = null;
        store.setState({ phase: 'idle', progress: null });
      });
  }

  function cancel(): void {
    if (!abort) return;
    store.setState({ phase: 'stopping' });
    abort.abort();
  }

  function drop(): void {
    end();
    store.setState({ phase: 'idle', progress: null, openingFailure: null });
  }

  return {
    start: (experiment, branch) => start(experiment, { branch }),
    resume() {
      const { log, phase } = store.getState();
      const experiment = experimentOf(log);
      if (log && experiment && phase === 'idle' && isInterrupted(log.entries))
        start(experiment, { from: log });
    },
    cancel,
    drop,
    leave: () => (onStage ? cancel() : drop()),
  };
}

/** A new run takes the stage from its start. */
function asNew(state: AppState, { strategy }: Experiment): Partial<AppState> {
  const inStep = state.speed === 'as-it-happened';
  return {
    ...emptyStage,
    following: inStep,
    playing: !inStep,
    selection: null,
    enlarged: null,
    tab: tabAtStart(strategy.kind, state.view.experiment?.strategy.kind, state.tab),
  };
}

/** The run on the stage and the branches it has already. */
function family({ branches }: AppState, origin: RunLog): readonly Branch[] {
  return branches.length > 0 ? branches : [{ name: notices.original, start: null, log: origin }];
}

/** A run takes the place of the one it went on from, among the branches too. Traces and nodes keep their numbers, so what was selected stays. */
function inPlaceOf(from: RunLog, log: RunLog, state: AppState): Partial<AppState> {
  return {
    following: true,
    playing: false,
    branches: state.branches.map((one) => (one.log === from ? { ...one, log } : one)),
  };
}

/** The run worker promises never to reject, so this is a bug; the page still says so instead of hanging. */
function unexpected(error: unknown): Failure {
  return { code: 'unexpected', detail: error instanceof Error ? quoted(error) : null };
}
