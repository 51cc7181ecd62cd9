import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Experiment } from '#experiment/experiment.ts';
import { firstVisit, presets } from '#experiment/presets.ts';
import { embeddedModel } from '#policy/models.ts';
import type { LogEntry } from '#run/events.ts';
import { exportRun } from '#run/export.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';

/*
 * `npm run record`: the runs that the page plays before anything is run, the one of the first visit and one for each card of the
 * gallery whose model comes with the page.
 */
const folder = new URL('../../public/recorded/', import.meta.url);

async function record(experiment: Experiment): Promise<string> {
  const model = await openForCli(experiment.model);
  const entries: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, model, surroundings(new AbortController().signal)))
    entries.push(entry);
  return exportRun(experiment, entries);
}

await writeFile(new URL('first-visit.json', folder), await record(firstVisit));
for (const { id, experiment } of presets)
  if (embeddedModel(experiment.model))
    await writeFile(
      new URL(`${id}.json.gz`, folder),
      await promisify(gzip)(await record(experiment), { level: 9 }),
    );
