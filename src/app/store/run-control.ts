import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Failure, LogEntry } from '../../run/events.ts';
import type { Lab } from '../../worker/lab-client.ts';
import type { AppState, Branch, RunLog } from './app-state.ts';
import type { Frames } from './player.ts';
import { tabAtStart } from './stage-tabs.ts';
import { emptyStage, grown } from './transitions.ts';

export interface RunControl {
  /** @param branch of the run on the stage, where it is one: its name, and what is different in it. */
  start(experiment: Experiment, branch?: Omit<Branch, 'log'>): void;
  readonly cancel: () => void;
  /** Ends the run and forgets it: something else takes the stage. */
  drop(): void;
}

/**
 * Starts and stops runs. Entries are written into the log as they come and reach the page at most once a frame. What is
 * on the stage stays there until the new run's first event: a model that cannot be loaded takes nothing away.
 */
export function createRunControl(store: StoreApi<AppState>, lab: Lab, frames: Frames): RunControl {
  let abort: AbortController | null = null;

  function start(experiment: Experiment, branch?: Parameters<RunControl['start']>[1]): void {
    const { log: origin } = store.getState();
    abort?.abort();
    const controller = new AbortController();
    abort = controller;
    const mine = () => abort === controller;
    let entries: LogEntry[] | null = null;
    let frame: number | null = null;

    const flush = () => {
      frame = null;
      if (!mine() || !entries) return;
      const state = store.getState();
      if (state.log?.entries !== entries) return;
      try {
        store.setState(grown(state));
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

    function receive(news: readonly LogEntry[]): void {
      if (!mine() || news.length === 0) return;
      if (!entries) {
        const first = news[0]!.event;
        if (first.type === 'run-failed') return store.setState({ openingFailure: first.failure });
        // Cancelled while the model was loading: there is no run to show.
        if (first.type !== 'run-started') return;
        entries = [];
        const log: RunLog = { entries, origin: 'live' };
        store.setState((state) => ({
          ...emptyStage, following: state.speed === 'as-it-happened', playing: state.speed !== 'as-it-happened', log, phase: state.phase === 'stopping' ? 'stopping' : 'running',
          progress: null, selection: null, enlarged: null,
          tab: tabAtStart(experiment.strategy.kind, state.view.experiment?.strategy.kind, state.tab),
          branches: branch && origin ? [...(state.branches.length > 0 ? state.branches : [{ name: 'Original', start: null, log: origin }]), { ...branch, log }] : [],
        }));
      }
      entries.push(...news);
      frame ??= frames.request(flush);
    }

    store.setState({ phase: 'opening', progress: null, openingFailure: null, notice: null, playing: false });
    void lab
      .run(experiment, { onEntries: receive, onProgress: (progress) => mine() && store.setState({ progress }) }, controller.signal)
      .catch((error: unknown) => mine() && store.setState({ openingFailure: unexpected(error) }))
      .then(() => {
        if (!mine()) return;
        flushNow();
        abort = null;
        store.setState({ phase: 'idle', progress: null });
      });
  }

  return {
    start,
    cancel() {
      if (!abort) return;
      store.setState({ phase: 'stopping' });
      abort.abort();
    },
    drop() {
      abort?.abort();
      abort = null;
      store.setState({ phase: 'idle', progress: null, openingFailure: null });
    },
  };
}

/** The lab promises never to reject, so this is a bug; the page still says so instead of hanging. */
function unexpected(error: unknown): Failure {
  return {
    code: 'unexpected',
    message: error instanceof Error ? error.message : 'The run could not be started.',
    advice: 'Run again. If it comes back, reload the page: the address keeps the experiment.',
  };
}
