import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshDatabase } from '../testing/fresh-database.ts';
import { closeRecords } from './database.ts';
import { liveRuns, sweepLock } from './live.ts';
import { makeRoom } from './run-records.ts';
import { listSweeps, putSweep } from './sweep-records.ts';

beforeEach(async () => {
  await closeRecords();
  freshDatabase();
});
afterEach(() => vi.unstubAllGlobals());

it('a sweep that goes on in some tab is not let go when room is made, however long ago it began', async () => {
  vi.stubGlobal('navigator', { locks: { query: async () => ({ held: [{ name: sweepLock('going') }] }) } });
  const kept = { title: '', spec: {}, done: 0, of: 4, pinned: false, made: 1 };
  await putSweep({ ...kept, id: 'going', changed: 1 });
  await putSweep({ ...kept, id: 'done', changed: 2 });
  await makeRoom(0, { bytes: 1e9, count: 1 });
  expect((await listSweeps()).map(({ id }) => id)).toEqual(['going']);
  expect(await liveRuns()).toEqual(new Set());
});
