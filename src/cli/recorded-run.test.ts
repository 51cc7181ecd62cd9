import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sameRun } from '../run/compare.ts';
import type { LogEntry } from '../run/events.ts';
import { importRun } from '../run/import.ts';
import { runExperiment } from '../strategies/run-experiment.ts';
import { openModel, surroundings } from './open.ts';

test('the run that plays on a first visit is what the model does, to the last token and probability (npm run record)', async () => {
  const read = importRun(await readFile(new URL('../../public/recorded/first-visit.json', import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.failure.message);
  const model = await openModel(read.experiment.model);
  const entries: LogEntry[] = [];
  for await (const entry of runExperiment(read.experiment, model, surroundings(new AbortController().signal))) entries.push(entry);
  expect(sameRun(read.entries, entries)).toBeNull();
  const finished = entries.at(-1)!.event;
  expect(finished).toMatchObject({ type: 'run-finished', grade: { outcome: 'right' } });
});
