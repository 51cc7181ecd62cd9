import { expect, test } from 'vitest';
import type { Experiment } from '#experiment/experiment.ts';
import { byBudget, byTask } from '#learn/landscape/choosers.ts';
import { type RelativeId, relatives } from '#learn/landscape/relatives.ts';
import { reasoningSystems } from '#learn/landscape/systems.ts';
import { keysOf } from '#experiment/keys-of.ts';
import { isRight } from '#lab/sweep.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';

test.each(keysOf(relatives))('the relative %s runs here, and solves its problem', async (id: RelativeId) => {
  const experiment: Experiment = relatives[id];
  const model = await openForCli(experiment.model);
  const entries: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, model, surroundings(new AbortController().signal)))
    entries.push(entry);
  expect(isRight(fold(emptyRun, entries))).toBe(true);
});

test('each relative is that of a system or a choice, and each system stands where its month says', () => {
  const used = [...reasoningSystems, ...Object.values(byTask), ...Object.values(byBudget)];
  expect(keysOf(relatives).filter((id) => !used.some(({ relative }) => relative === id))).toEqual([]);
  const months = reasoningSystems.map(({ when }) => when);
  expect(months).toEqual(months.toSorted());
});
