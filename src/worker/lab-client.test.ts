import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/experiment.ts';
import type { LogEntry } from '../run/events.ts';
import { createLab } from './lab-client.ts';
import type { FromLab, ToLab } from './lab-messages.ts';

const experiment: Experiment = {
  problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
  model: 'countdown',
  strategy: { kind: 'direct' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: 10 },
  seed: 1,
  budget: { tokens: 0 },
};

/** The page's side of a worker, driven by hand: crashes and late messages come when the test says. */
class HandWorker {
  static started: HandWorker[] = [];
  readonly sent: ToLab[] = [];
  terminated = false;
  onmessage: ((event: { data: FromLab }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  constructor() {
    HandWorker.started.push(this);
  }
  postMessage(message: ToLab) {
    this.sent.push(message);
  }
  terminate() {
    this.terminated = true;
  }
}

function setUp() {
  HandWorker.started = [];
  const lab = createLab({ startWorker: () => new HandWorker() as unknown as Worker, models: 'http://localhost/models/', persist: async () => undefined });
  const entries: LogEntry[] = [];
  const start = (signal = new AbortController().signal) => lab.run(experiment, { onEntries: (more) => entries.push(...more), onProgress: () => undefined }, signal);
  return { lab, entries, start, worker: () => HandWorker.started.at(-1)! };
}

const entry: LogEntry = { at: 40, event: { type: 'sequence-ended', sequence: 0, reason: 'stop' } };

describe('the lab client', () => {
  it('keeps the log when the worker crashes, says so, and starts a new worker for the next run', async () => {
    const { entries, start, worker } = setUp();
    const first = start();
    worker().onmessage!({ data: { type: 'entries', run: 1, entries: [entry] } });
    worker().onerror!({ preventDefault: () => undefined });
    await first;
    expect(entries).toHaveLength(2);
    expect(entries[1]).toMatchObject({ at: 40, event: { type: 'run-failed', failure: { code: 'worker-crashed' } } });

    const second = start();
    expect(HandWorker.started).toHaveLength(2);
    worker().onmessage!({ data: { type: 'done', run: 2 } });
    await second;
  });

  it('hands a new worker the log of a run that the old one broke off', async () => {
    const { lab, entries, start, worker } = setUp();
    const first = start();
    worker().onmessage!({ data: { type: 'entries', run: 1, entries: [entry] } });
    worker().onerror!({ preventDefault: () => undefined });
    await first;
    const second = lab.run(experiment, { onEntries: () => undefined, onProgress: () => undefined }, new AbortController().signal, entries);
    expect(HandWorker.started).toHaveLength(2);
    expect(worker().sent.at(-1)).toEqual({ type: 'run', run: 2, experiment, resume: entries });
    worker().onmessage!({ data: { type: 'done', run: 2 } });
    await second;
  });

  it('tells the worker to cancel and waits for its last entries', async () => {
    const { entries, start, worker } = setUp();
    const abort = new AbortController();
    const run = start(abort.signal);
    abort.abort();
    expect(worker().sent.at(-1)).toEqual({ type: 'cancel', run: 1 });
    worker().onmessage!({ data: { type: 'entries', run: 1, entries: [{ at: 5, event: { type: 'run-cancelled' } }] } });
    worker().onmessage!({ data: { type: 'done', run: 1 } });
    await run;
    expect(entries.map(({ event }) => event.type)).toEqual(['run-cancelled']);
  });

  it('ends the run before when a new one starts, and drops its late messages', async () => {
    const { entries, start, worker } = setUp();
    const first = start();
    const second = start();
    await first;
    expect(entries.at(-1)!.event.type).toBe('run-cancelled');
    worker().onmessage!({ data: { type: 'entries', run: 1, entries: [entry] } });
    expect(entries).toHaveLength(1);
    worker().onmessage!({ data: { type: 'done', run: 2 } });
    await second;
  });

  it('fails what the library was asked when the worker crashes, and starts the next one with the custom models', async () => {
    const { lab, worker } = setUp();
    const model = { id: 'mine', weights: 'http://localhost/mine/', library: 'http://localhost/mine.wasm', context: 512 };
    const given = lab.library.setCustom([model]);
    expect(worker().sent).toEqual([
      { type: 'start', models: 'http://localhost/models/' },
      { type: 'library', message: { type: 'custom', request: 1, models: [model] } },
    ]);
    worker().onmessage!({ data: { type: 'library', message: { type: 'done', request: 1 } } });
    await given;
    const report = lab.library.report();
    worker().onerror!({ preventDefault: () => undefined });
    await expect(report).rejects.toMatchObject({ name: 'PolicyError', code: 'worker-crashed' });

    const again = lab.library.report();
    expect(HandWorker.started).toHaveLength(2);
    expect(worker().sent.map((message) => (message.type === 'library' ? message.message.type : message.type))).toEqual(['start', 'custom', 'report']);
    lab.close();
    await expect(again).rejects.toMatchObject({ name: 'AbortError' });
  });
});
