import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '#experiment/experiment.ts';
import type { RunArchive } from '../records/archive.ts';
import type { RunActions } from './actions.ts';
import type { AppState, RunLog } from './app-state.ts';
import { exportRun } from '#run/export.ts';
import { readRunFile } from './files.ts';
import { experimentOf, mainTab } from './main-tab.ts';
import { loadSetup } from './setup.ts';
import { withLog } from './transitions.ts';

/** A place for one text that outlives a reload of this tab. */
export interface KeptForReload {
  /** False where there is no room for it. */
  readonly put: (text: string) => boolean;
  /** Null where there is none. It is gone then. */
  readonly take: () => string | null;
}

/** Where a run came from, as it is written before it; a recorded one is not kept. */
const origins: ReadonlyMap<string, RunLog['origin']> = new Map([
  ['live', 'live'],
  ['imported', 'imported'],
]);

export interface ReloadNeeds {
  readonly kept: KeptForReload;
  readonly archive: Pick<RunArchive, 'shownBefore' | 'restored'>;
  readonly reload: () => void;
}

export type Reload = Pick<RunActions, 'reload' | 'restore'>;

/** Reloads the page without losing the run that is shown; its setup is in the address. */
export function createReload(
  store: StoreApi<AppState>,
  { kept, archive, reload: reloadPage }: ReloadNeeds,
): Reload {
  /** What a reload that the person asked the browser for has left of the run that was shown, as far as it was kept. */
  async function restoreKept(): Promise<boolean> {
    const result = await archive.shownBefore().catch(() => null);
    // A link that begins its own run, or something that the person has begun meanwhile, has the stage.
    const { log, phase, shared } = store.getState();
    if (!result?.ok || log || phase !== 'idle' || shared) return false;
    put(result.experiment, { entries: result.entries, origin: 'live' });
    return true;
  }
  const put = (experiment: Experiment, log: RunLog) =>
    store.setState((state) => ({
      // The address of Lab or Learn says nothing of the setup: it is the run's then.
      ...(state.draftFrom === 'default' ? loadSetup(state, experiment, 'person') : {}),
      ...withLog(log, log.entries.length),
      tab: mainTab(experiment.strategy.kind),
    }));

  return {
    reload(): void {
      const { log } = store.getState();
      const experiment = experimentOf(log);
      // Where it came from, and the run as a file.
      if (
        !log ||
        !experiment ||
        log.origin === 'recorded' ||
        kept.put(`${log.origin}\n${exportRun(experiment, log.entries)}`)
      )
        return reloadPage();
      store.setState({
        notice: {
          kind: 'problem',
          what: { kind: 'too-large-to-keep' },
        },
      });
    },
    /** Shows the run that a reload kept. Resolves with whether there was one. */
    async restore(): Promise<boolean> {
      const text = kept.take();
      if (text === null) return restoreKept();
      const cut = text.indexOf('\n');
      const origin = origins.get(text.slice(0, cut)) ?? 'imported';
      const result = await readRunFile(new Blob([text.slice(cut + 1)]));
      if (!result.ok)
        store.setState({
          notice: {
            kind: 'problem',
            what: { kind: 'not-restored' },
          },
        });
      else {
        if (origin === 'live') archive.restored(result.entries);
        put(result.experiment, { entries: result.entries, origin });
      }
      return result.ok;
    },
  };
}
