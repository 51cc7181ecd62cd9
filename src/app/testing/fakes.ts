import type { Servers } from '#worker/servers.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { decodeExperiment, encodeExperiment } from '#experiment/url-codec.ts';
import type { LogEntry } from '#run/events.ts';
import type { RunWorker, RunHandlers } from '#worker/run-client.ts';
import { keepsNothing } from '../records/archive.ts';
import { type App, createApp } from '../store/app.ts';
import type { RunFile } from '../store/files.ts';
import { type FakeLibrary, fakeLibrary } from './fake-library.ts';

/** A run worker that a test controls. */
export interface FakeRunWorker extends RunWorker {
  readonly asked: Experiment[];
  /** The log that each was to go on from. */
  readonly resumed: (readonly LogEntry[] | undefined)[];
  readonly signals: AbortSignal[];
  readonly send: (...entries: readonly LogEntry[]) => void;
  progress: RunHandlers['onProgress'];
  finish(): Promise<void>;
}

function fakeRunWorker(): FakeRunWorker {
  let handlers: RunHandlers | null = null;
  let done: (() => void) | null = null;
  const asked: Experiment[] = [];
  const resumed: (readonly LogEntry[] | undefined)[] = [];
  const signals: AbortSignal[] = [];
  return {
    asked,
    resumed,
    signals,
    run(experiment, given, signal, resume) {
      asked.push(experiment);
      resumed.push(resume && [...resume]);
      signals.push(signal);
      handlers = given;
      return new Promise((resolve) => {
        done = resolve;
      });
    },
    close() {},
    send: (...entries) => handlers?.onEntries(entries),
    progress: (progress) => handlers?.onProgress(progress),
    async finish() {
      done?.();
      await settled();
    },
  };
}

/** Frames that a test turns by hand. */
export class FakeFrames {
  time = 0;
  #next = 1;
  readonly #waiting = new Map<number, () => void>();

  now = (): number => this.time;
  request = (callback: () => void): number => {
    this.#waiting.set(this.#next, callback);
    return this.#next++;
  };
  cancel = (handle: number): void => void this.#waiting.delete(handle);

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets time pass, then draws one frame. */
  turn(milliseconds = 16): void {
    this.time += milliseconds;
    const due = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of due) callback();
  }
}

/** An address bar with a history. */
export class FakeAddress {
  entries = [''];
  marks: (string | null)[] = [null];
  at = 0;
  #timers: (() => void)[] = [];
  #listener: (() => void) | null = null;

  constructor(fragment = '') {
    this.entries = [fragment];
  }
  fragment = (): string => this.entries[this.at] ?? '';
  mark = (): string | null => this.marks[this.at] ?? null;
  replace = (fragment: string, mark: string): void => {
    this.entries[this.at] = fragment;
    this.marks[this.at] = mark;
  };
  /** Without a mark, as where a person opens a link. */
  push = (fragment: string, mark: string | null = null): void => {
    this.entries = [...this.entries.slice(0, this.at + 1), fragment];
    this.marks = [...this.marks.slice(0, this.at + 1), mark];
    this.at += 1;
  };
  back = (): void => void this.go(-1);
  withFragment = (fragment: string): string => `https://example.test/${fragment}`;
  onMove = (callback: () => void): (() => void) => {
    this.#listener = callback;
    return () => {
      this.#listener = null;
    };
  };
  later = (callback: () => void): (() => void) => {
    this.#timers.push(callback);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== callback);
    };
  };
  get pending(): number {
    return this.#timers.length;
  }
  async elapse(): Promise<void> {
    const due = this.#timers;
    this.#timers = [];
    for (const callback of due) callback();
    await settled();
  }
  async go(by: number): Promise<void> {
    this.at += by;
    this.#listener?.();
    await settled();
  }
}

/**
 * Until the app has written and read its links: those go through compression streams, and a few such trips of our own,
 * begun later, are over later, however busy the machine.
 */
export async function settled(): Promise<void> {
  for (let trip = 0; trip < 4; trip++)
    await decodeExperiment(await encodeExperiment(defaultExperiment('countdown')));
}

export interface TestApp {
  readonly app: App;
  readonly runWorker: FakeRunWorker;
  readonly library: FakeLibrary;
  /** What outlives the page, by name. */
  readonly kept: Map<string, string>;
  /** Tells the app that another page of the site has written what is kept. */
  readonly changedElsewhere: () => void;
  readonly frames: FakeFrames;
  readonly address: FakeAddress;
  readonly copied: string[];
  readonly saved: RunFile[];
  /** What was kept over each reload. */
  readonly reloads: string[];
}

const noServers: Servers = {
  agree: () => undefined,
  list: () => Promise.reject(new Error('no server')),
  probe: () => Promise.reject(new Error('no server')),
};

/** The app in a world made of fakes. */
export async function testApp({
  fragment = '',
  clipboard = true,
  kept = new Map<string, string>(),
  room = 1e6,
  archive = keepsNothing,
  servers = noServers,
  tab = new Map<string, string>(),
} = {}): Promise<TestApp> {
  const runWorker = fakeRunWorker();
  const library = fakeLibrary();
  const frames = new FakeFrames();
  const address = new FakeAddress(fragment);
  const copied: string[] = [];
  const saved: RunFile[] = [];
  const elsewhere: (() => void)[] = [];
  const reloads: string[] = [];
  const app = createApp({
    runWorker,
    library,
    servers,
    tabStorage: () => ({
      getItem: (name) => tab.get(name) ?? null,
      setItem: (name, text) => void tab.set(name, text),
    }),
    frames,
    address,
    storage: {
      read: (name) => kept.get(name) ?? '',
      write: (name, text) => void kept.set(name, text),
      withLock: (_, work) => work(),
      onChange: (_, callback) => {
        elsewhere.push(callback);
      },
    },
    copy: async (text) => {
      if (!clipboard) throw new DOMException('refused', 'NotAllowedError');
      copied.push(text);
    },
    save: (file) => void saved.push(file),
    kept: {
      put: (text) => text.length <= room && (kept.set('run', text), true),
      take: () => {
        const text = kept.get('run') ?? null;
        kept.delete('run');
        return text;
      },
    },
    archive,
    reload: () => void reloads.push(kept.get('run') ?? ''),
    calm: true,
    random: () => 7,
  });
  await app.opened;
  return {
    app,
    runWorker,
    library,
    kept,
    changedElsewhere: () => {
      for (const callback of elsewhere) callback();
    },
    frames,
    address,
    copied,
    saved,
    reloads,
  };
}
