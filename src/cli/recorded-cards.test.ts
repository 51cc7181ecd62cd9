import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { presets } from '#experiment/presets.ts';
import { embeddedModel } from '#policy/models.ts';
import type { LogEntry } from '#run/events.ts';
import { importRun } from '#run/import.ts';
import { runDifference } from '#run/testing/run-difference.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';

const folder = new URL('../../public/recorded/', import.meta.url);
const recorded = presets.filter(({ experiment }) => embeddedModel(experiment.model));

test('each card of the gallery has a recorded run, and no file is left of one that is gone', () => {
  // Recorded trainings lie beside them.
  const runs = readdirSync(folder).filter((name) => !name.startsWith('training'));
  expect(runs.toSorted()).toEqual(
    [...recorded.map(({ id }) => `${id}.json.gz`), 'first-visit.json'].toSorted(),
  );
});

test.each(recorded)(
  'the run on the card $id is what the model does, to the last token (npm run record)',
  async ({ id, experiment }) => {
    const read = importRun(gunzipSync(readFileSync(new URL(`${id}.json.gz`, folder))).toString());
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.experiment).toEqual(experiment);
    const model = await openForCli(experiment.model);
    const entries: LogEntry[] = [];
    for await (const entry of runExperiment(experiment, model, surroundings(new AbortController().signal)))
      entries.push(entry);
    expect(runDifference(read.entries, entries)).toBeNull();
  },
);
