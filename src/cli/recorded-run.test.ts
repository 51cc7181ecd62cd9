import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { firstVisit } from '#experiment/presets.ts';
import { chapterIds } from '#learn/chapters.ts';
import { runDifference } from '#run/testing/run-difference.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { importRun } from '#run/import.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { endsWell } from '#verifiers/rule.ts';
import { splitSteps } from '#verifiers/split-steps.ts';
import { chapterParts } from '#words/chapter-parts.ts';
import { openForCli, surroundings } from './open.ts';

async function recorded() {
  const read = importRun(
    await readFile(new URL('../../public/recorded/first-visit.json', import.meta.url), 'utf8'),
  );
  if (!read.ok) throw new Error(read.failure.code);
  return read;
}

test('the run that plays on a first visit is what the model does, to the last token and probability (npm run record)', async () => {
  const read = await recorded();
  const model = await openForCli(read.experiment.model);
  const entries: LogEntry[] = [];
  for await (const entry of runExperiment(read.experiment, model, surroundings(new AbortController().signal)))
    entries.push(entry);
  expect(runDifference(read.entries, entries)).toBeNull();
});

test('it shows a gain: the first trace is wrong, the vote is right by a clear lead, and each right trace is right step by step', async () => {
  const { entries, experiment } = await recorded();
  const { sequences, votes, grade } = fold(emptyRun, entries);
  const { info } = await openForCli(experiment.model);
  expect(sequences[0]!.grade?.outcome).toBe('wrong');
  expect(grade?.outcome).toBe('right');
  expect(votes[0]!.votes).toBeGreaterThanOrEqual(2 * votes[1]!.votes);
  for (const { tokens, answer, grade: own } of sequences) {
    const steps = splitSteps(tokens, info.stepEnds);
    expect(endsWell(experiment.problem, { prompt: [], steps, finished: true, answer })).toBe(
      own?.outcome === 'right',
    );
  }
});

test('it shows no problem of which a lesson asks to guess what comes of it', async () => {
  expect((await recorded()).experiment).toEqual(firstVisit);
  for (const id of chapterIds)
    for (const { setups = {} } of (await chapterParts[id]()).chapter.pages)
      for (const { problem } of Object.values(setups)) expect(problem, id).not.toEqual(firstVisit.problem);
});
