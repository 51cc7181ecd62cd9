import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { RunWorker } from '#worker/run-client.ts';
import type { RunArchive } from '../records/archive.ts';
import type { Servers } from '#worker/servers.ts';
import { fetchPart } from '../fetch-part.ts';
import type { ServersControl, TabStorage } from './servers-control.ts';
import type { Library } from '#worker/library.ts';
import type { PageStorage } from '../models/custom-models.ts';
import type { ModelActions, RunActions, SetupActions, ViewActions } from './actions.ts';
import { startAddress } from './address.ts';
import type { AddressBar } from './address-bar.ts';
import type { AppState } from './app-state.ts';
import { play } from './areas.ts';
import { startArrival } from './arrival.ts';
import { createCompare } from './compare.ts';
import { createDownloadFlow } from './download-flow.ts';
import type { RunFile } from './files.ts';
import { createLibraryControl } from './library-control.ts';
import { emptyLibrary } from './library-state.ts';
import { type Frames, startPlayer } from './player.ts';
import { createReload, type KeptForReload } from './reload.ts';
import { createRunActions } from './run-actions.ts';
import { createRunControl } from './run-control.ts';
import { createSetupActions } from './setup-actions.ts';
import { emptyStage } from './transitions.ts';
import { createViewActions } from './view-actions.ts';

/** What the app needs of the browser, handed in so that tests can stand in for it. */
export interface AppEnvironment {
  readonly runWorker: RunWorker;
  readonly library: Library;
  readonly servers: Servers;
  readonly storage: PageStorage;
  /** For keys of servers that a person wants kept until the tab closes. Throws where the browser refuses. */
  readonly tabStorage: () => TabStorage;
  readonly frames: Frames;
  readonly address: AddressBar;
  /** Rejects where the browser refuses. */
  readonly copy: (text: string) => Promise<void>;
  readonly save: (file: RunFile) => void;
  readonly kept: KeptForReload;
  readonly archive: RunArchive;
  readonly reload: () => void;
  /** A fresh seed or an index of a random problem: 32 bits. */
  readonly random: () => number;
  /** The person asked for less motion. */
  readonly calm: boolean;
}

/** The app without its face: the state, and everything a person can do to it. */
export interface App {
  readonly store: StoreApi<AppState>;
  readonly setup: SetupActions;
  readonly runs: RunActions;
  readonly view: ViewActions;
  readonly models: ModelActions;
  /** Settles once the address has been read: what to draw first is then known. */
  readonly opened: Promise<void>;
  close(): void;
}

const initial: AppState = {
  area: play,
  draft: defaultExperiment('countdown'),
  draftFrom: 'default',
  awaited: false,
  setups: 0,
  invalid: {},
  phase: 'idle',
  progress: null,
  ...emptyStage,
  speed: 'as-it-happened',
  selection: null,
  tab: 'thoughts',
  enlarged: null,
  showThinking: true,
  setupOpen: false,
  teacherOpen: false,
  presenting: false,
  treeCamera: 'follow',
  branches: [],
  shared: null,
  editing: null,
  dialog: 'none',
  training: null,
  notice: null,
  openingFailure: null,
  library: emptyLibrary,
};

export function createApp(around: AppEnvironment): App {
  const store = createStore<AppState>(() => ({
    ...initial,
    speed: around.calm ? 'as-it-happened' : 'in-five-seconds',
  }));
  const control = createRunControl(store, around.runWorker, around.frames, around.archive, (before, after) =>
    address.grew(before, after),
  );
  let servers: Promise<ServersControl> | null = null;
  const serversControl = () =>
    (servers ??= fetchPart(() => import('./servers-control.ts')).then(
      (part) => part.createServersControl(store, around.servers, around.storage, around.tabStorage),
      (error: unknown) => {
        servers = null; // so that a later try may succeed
        throw error;
      },
    ));
  const library = createLibraryControl(store, around.library, around.storage, () => {
    serversControl().catch(() => undefined);
  });
  const { suitMachine, ...downloads } = createDownloadFlow(store, library, () => runs.start());
  const compare = createCompare(around.runWorker, around.archive);
  const visit = String(around.random());
  const address = startAddress(store, compare, { bar: around.address, visit, leave: control.leave });
  const runs = createRunActions(store, {
    control,
    compare,
    address,
    library,
    askDownload: downloads.askDownload,
    save: around.save,
    ...createReload(store, around),
  });
  const stopPlayer = startPlayer(store, around.frames);
  const stopArrival = startArrival(store, {
    start: runs.start,
    compare,
    startCompare: runs.startCompare,
    calm: around.calm,
  });
  return {
    store,
    setup: createSetupActions(store, {
      address,
      compare,
      copy: around.copy,
      random: around.random,
      suitMachine,
    }),
    runs,
    view: createViewActions(store, { library, compare, address }),
    models: { ...library, ...downloads, servers: serversControl },
    opened: address.opened,
    close() {
      stopPlayer();
      stopArrival();
      address.close();
      around.runWorker.close();
    },
  };
}
