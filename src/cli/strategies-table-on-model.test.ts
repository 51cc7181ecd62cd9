import { expect, it } from 'vitest';
import { heldOutProblems } from '#experiment/held-out.ts';
import { type EntryName, settingsOf, tableEntries } from '#lab/strategy-table.ts';
import { experimentsOf } from '#lab/experiments.ts';
import { sweep } from '#lab/sweep.ts';
import type { RunState } from '#run/state.ts';
import { openForCli, surroundings } from './open.ts';

it('judges of the strategies table that see the same traces do not choose alike', async () => {
  const model = await openForCli('countdown');
  const problems = (await heldOutProblems('countdown')).slice(0, 20);
  const runsOf = (name: EntryName) => {
    const settings = settingsOf(
      tableEntries.find((entry) => entry.name === name)!,
      model.info,
    );
    return sweep(experimentsOf(settings, problems), model, surroundings(new AbortController().signal), 4);
  };
  const byProcess = await runsOf('best-8-process');
  const byOutcome = await runsOf('best-8-outcome');
  const texts = ({ sequences }: RunState) =>
    sequences.map(({ tokens }) => tokens.map(({ text }) => text).join(''));
  const trace = ({ chosen }: RunState) => (chosen?.by.rule === 'best-score' ? chosen.by.sequence : null);
  expect(byProcess.map(texts)).toEqual(byOutcome.map(texts));
  expect(byProcess.map(trace)).not.toEqual(byOutcome.map(trace));
});
