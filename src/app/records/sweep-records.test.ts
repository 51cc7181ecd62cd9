import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../testing/fresh-database.ts';
import { onRecordsChanged } from './changes.ts';
import { closeRecords, openRecords } from './database.ts';
import {
  addOutcomes,
  listSweeps,
  outcomesOf,
  putSweep,
  removeSweep,
  type SweepRecord,
} from './sweep-records.ts';

const sweep = (id: string, change: Partial<SweepRecord> = {}): SweepRecord => ({
  id,
  title: `Sweep ${id}`,
  spec: { arms: ['a', 'b'] },
  done: 0,
  of: 4,
  pinned: false,
  made: 1,
  changed: 1,
  ...change,
});
const cell = (arm: number, problem: number, outcome: unknown) => ({ arm, problem, repeat: 0, outcome });

beforeEach(async () => {
  await closeRecords();
  freshDatabase();
});

describe('kept sweeps', () => {
  it('come back after the page was closed, the latest first, each with its outcomes in the order of cells', async () => {
    await putSweep(sweep('one'));
    await putSweep(sweep('two', { changed: 2 }));
    await addOutcomes('one', [cell(1, 0, { right: true }), cell(0, 10, { right: false })]);
    await addOutcomes('two', [cell(0, 0, 'another sweep’s')]);
    await addOutcomes('one', [cell(0, 2, { right: true })]);
    await closeRecords();
    expect((await listSweeps()).map(({ id }) => id)).toEqual(['two', 'one']);
    expect(await outcomesOf('one')).toEqual([
      cell(0, 2, { right: true }),
      cell(0, 10, { right: false }),
      cell(1, 0, { right: true }),
    ]);
  });

  it('count a cell once, however often it came', async () => {
    await putSweep(sweep('one'));
    await addOutcomes('one', [cell(0, 0, { tokens: 1 })]);
    const [before] = await listSweeps();
    await addOutcomes('one', [cell(0, 0, { tokens: 2 })]);
    await putSweep(sweep('one', { done: 1 }));
    const [after] = await listSweeps();
    expect(await outcomesOf('one')).toEqual([cell(0, 0, { tokens: 2 })]);
    expect(after).toMatchObject({ done: 1, bytes: before?.bytes });
  });

  it('say how many of their cells are done, also where the page is gone before the sweep ended', async () => {
    await putSweep(sweep('one'));
    await addOutcomes('one', [cell(0, 0, 'first'), cell(1, 0, 'second')]);
    await addOutcomes('one', [cell(0, 0, 'again'), cell(0, 1, 'third')]);
    expect(await listSweeps()).toMatchObject([{ done: 3, of: 4 }]);
  });

  it('are gone with their outcomes, and nothing is added to what is gone', async () => {
    await putSweep(sweep('one'));
    await putSweep(sweep('other'));
    await addOutcomes('one', [cell(0, 0, 1)]);
    await addOutcomes('other', [cell(0, 0, 2)]);
    await removeSweep('one');
    await addOutcomes('one', [cell(0, 1, 1)]);
    expect((await listSweeps()).map(({ id }) => id)).toEqual(['other']);
    expect(await outcomesOf('one')).toEqual([]);
    expect(await outcomesOf('other')).toHaveLength(1);
  });

  it('leave out what is no sweep', async () => {
    await putSweep(sweep('one'));
    await (await openRecords()).put('sweeps', { id: 7, title: '<b>' }, 'strange');
    expect((await listSweeps()).map(({ id }) => id)).toEqual(['one']);
  });

  it('tell whoever listens', async () => {
    const told: string[] = [];
    const stop = onRecordsChanged((changed) => told.push(changed));
    await putSweep(sweep('one'));
    stop();
    await removeSweep('one');
    expect(told).toEqual(['sweeps']);
  });
});
