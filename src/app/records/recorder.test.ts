import { beforeEach, describe, expect, it } from 'vitest';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import type { LogEntry } from '#run/events.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { freshDatabase } from '../testing/fresh-database.ts';
import { closeRecords, openRecords } from './database.ts';
import { createRecorder } from './recorder.ts';
import { bringBack, listRuns, pinRun, readRun, removeRuns } from './run-records.ts';

/** As a page sees it: other entries each time. */
const aLog = (): readonly LogEntry[] =>
  structuredClone(logOf(['4 + 9 = 13 </think> 24', '9 - 4 = 5 </think> 24']));

function aPage() {
  let time = 0;
  let names = 0;
  const page = String(Math.random());
  const waiting: (() => void)[] = [];
  const troubles: string[] = [];
  const recorder = createRecorder({
    now: () => ++time,
    newId: () => `${page}-${++names}`,
    later(callback) {
      waiting.push(callback);
      return () => waiting.splice(waiting.indexOf(callback), 1);
    },
    onTrouble: (why) => troubles.push(why),
  });
  return { recorder, waiting, troubles };
}

beforeEach(async () => {
  await closeRecords();
  freshDatabase();
});

describe('a run that is kept while it happens', () => {
  it('comes back entry by entry, with what a list says of it counted from its log', async () => {
    const log = aLog();
    const { recorder } = aPage();
    for (let length = 1; length < log.length; length += 7) {
      recorder.grew(log.slice(0, length));
      await recorder.flush();
    }
    recorder.grew(log);
    await recorder.flush();
    const [record] = await listRuns();
    const end = fold(emptyRun, log);
    expect(record).toMatchObject({
      status: 'finished',
      tokens: end.tokens,
      answer: end.chosen?.answer?.display ?? null,
      outcome: end.grade?.outcome ?? null,
      entries: log.length,
    });
    expect(await readRun(record?.id ?? '')).toMatchObject({ ok: true, entries: log });
  });

  it('is there as far as it had come when the page died', async () => {
    const log = aLog();
    const { recorder, waiting } = aPage();
    recorder.grew(log.slice(0, 5));
    recorder.grew(log.slice(0, 9));
    expect(waiting).toHaveLength(1);
    await recorder.flush();
    const [record] = await listRuns();
    expect(record?.status).toBe('open');
    expect(await readRun(record?.id ?? '')).toMatchObject({ entries: log.slice(0, 9) });
  });

  it('is one run, not two, when it goes on after all', async () => {
    const log = aLog();
    const before = aPage();
    before.recorder.grew(log.slice(0, 9));
    await before.recorder.flush();
    const [broken] = await listRuns();
    const after = aPage();
    const read = await readRun(broken?.id ?? '');
    if (!read?.ok) throw new Error('not read');
    after.recorder.belongs(read.entries, broken?.id ?? '');
    after.recorder.grew(aLog(), read.entries);
    await after.recorder.flush();
    const runs = await listRuns();
    expect(runs.map(({ status }) => status)).toEqual(['finished']);
    expect(runs[0]?.id).not.toBe(broken?.id);
  });

  it('stays pinned while it goes on, and when another run goes on from it', async () => {
    const log = aLog();
    const { recorder } = aPage();
    recorder.grew(log.slice(0, 5));
    await recorder.flush();
    const [first] = await listRuns();
    const id = first?.id ?? '';
    await pinRun(id, true);
    recorder.grew(log.slice(0, 9));
    await recorder.flush();
    expect((await listRuns()).map(({ pinned }) => pinned)).toEqual([true]);

    const after = aPage();
    const read = await readRun(id);
    if (!read?.ok) throw new Error('not read');
    after.recorder.belongs(read.entries, id);
    after.recorder.grew(aLog(), read.entries);
    await after.recorder.flush();
    expect((await listRuns()).map(({ status, pinned }) => ({ status, pinned }))).toEqual([
      { status: 'finished', pinned: true },
    ]);
  });

  it('is not offered again where the person went on to something else', async () => {
    const { recorder } = aPage();
    const log = aLog().slice(0, 9);
    recorder.grew(log);
    recorder.left(log);
    await recorder.flush();
    expect((await listRuns()).map(({ status }) => status)).toEqual(['left']);
  });

  it('is no longer kept once what was kept has been cleared, which is said once', async () => {
    const log = aLog();
    const { recorder, troubles } = aPage();
    recorder.grew(log.slice(0, 9));
    await recorder.flush();
    const database = await openRecords();
    await Promise.all([database.clear('runs'), database.clear('entries')]);
    recorder.grew(log.slice(0, 12));
    await recorder.flush();
    recorder.grew(log);
    await recorder.flush();
    expect(troubles).toEqual(['cleared']);
    expect(await listRuns()).toEqual([]);
    expect(await database.count('entries')).toBe(0);
  });

  it('is kept where the browser closed the connection meanwhile', async () => {
    const log = aLog();
    const { recorder, troubles } = aPage();
    recorder.grew(log.slice(0, 9));
    await recorder.flush();
    (await openRecords()).close();
    recorder.grew(log);
    await recorder.flush();
    expect(troubles).toEqual([]);
    const [record] = await listRuns();
    expect(record?.entries).toBe(log.length);
    expect((await readRun(record?.id ?? ''))?.ok).toBe(true);
  });

  it('is not kept where the browser keeps nothing, which is said', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const { recorder, troubles } = aPage();
    recorder.grew(aLog());
    await recorder.flush();
    expect(troubles).toEqual(['refused']);
  });
});

describe('kept runs', () => {
  it('go with their logs, and come back as they were', async () => {
    const { recorder } = aPage();
    recorder.grew(aLog());
    await recorder.flush();
    const [record] = await listRuns();
    const id = record?.id ?? '';
    await pinRun(id, true);
    const removed = await removeRuns([id]);
    expect(await listRuns()).toEqual([]);
    expect(await readRun(id)).toBeNull();
    expect(await (await openRecords()).count('entries')).toBe(0);
    await bringBack(removed);
    expect(await listRuns()).toEqual([{ ...record, pinned: true }]);
    expect(await readRun(id)).toMatchObject({ ok: true });
  });

  it('are refused where what is stored is no such run', async () => {
    const { recorder } = aPage();
    recorder.grew(aLog());
    await recorder.flush();
    const [record] = await listRuns();
    const id = record?.id ?? '';
    await (await openRecords()).put('entries', '{"at":0,"event":{"type":"token"}}', [id, 0]);
    expect(await readRun(id)).toMatchObject({ ok: false });
    await (await openRecords()).put('runs', { ...record, experiment: { evil: true } }, id);
    expect(await listRuns()).toEqual([]);
  });
});
