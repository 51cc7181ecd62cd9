import type { StoreApi } from 'zustand/vanilla';
import type { RunActions } from './actions.ts';
import type { AppState, RunLog } from './app-state.ts';
import { exportRun } from '#run/export.ts';
import { readRunFile } from './files.ts';
import { experimentOf, mainTab } from './main-tab.ts';
import { withLog } from './transitions.ts';

/** A place for one text that outlives a reload of this tab. */
export interface KeptForReload {
  /** False where there is no room for it. */
  readonly put: (text: string) => boolean;
  /** Null where there is none. It is gone then. */
  readonly take: () => string | null;
}

const origins: Readonly<Record<string, RunLog['origin']>> = { live: 'live', imported: 'imported' };

export type Reload = Pick<RunActions, 'reload' | 'restore'>;

/** Reloads the page without losing the run that is shown; its setup is in the address. */
export function createReload(store: StoreApi<AppState>, kept: KeptForReload, reloadPage: () => void): Reload {
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
      if (text === null) return false;
      const cut = text.indexOf('\n');
      const origin = Object.hasOwn(origins, text.slice(0, cut)) ? origins[text.slice(0, cut)]! : 'imported';
      const result = await readRunFile(new Blob([text.slice(cut + 1)]));
      if (!result.ok)
        store.setState({
          notice: {
            kind: 'problem',
            what: { kind: 'not-restored' },
          },
        });
      else
        store.setState({
          ...withLog({ entries: [...result.entries], origin }, result.entries.length),
          tab: mainTab(result.experiment.strategy.kind),
        });
      return result.ok;
    },
  };
}
