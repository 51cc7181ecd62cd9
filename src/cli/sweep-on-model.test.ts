import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { heldOutProblems } from '#experiment/held-out.ts';
import { effects } from '#lab/effects/effects.ts';
import { parseMeasured } from '#lab/effects/measured.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import { runCells } from '#lab/sweeps/run-cells.ts';
import { measureHere } from './sweep-measure.ts';

const effect = effects.find(({ claim }) => claim === 'voting-helps')!;
const problems = (await heldOutProblems(effect.family, effect.set)).slice(0, 10);
const sweep = { arms: effect.arms, repeats: 1, tokens: 0 };

/** Outcomes by arm and problem, measured in as many lanes, each with a model of its own. */
async function measured(lanes: number): Promise<readonly (readonly Outcome[])[]> {
  const outcomes = effect.arms.map((): Outcome[] => []);
  const { signal } = new AbortController();
  const measures = Array.from({ length: lanes }, () => measureHere(signal));
  await runCells(
    sweep,
    problems,
    measures,
    () => false,
    ({ cell, outcome }) => {
      outcomes[cell.arm]![cell.problem] = outcome;
    },
  );
  return outcomes;
}

it('a sweep over the arms of a claim has the outcomes that the claim was published with', async () => {
  const published = parseMeasured(JSON.parse(await readFile('docs/effects.json', 'utf8')));
  const arms = published.find(({ claim }) => claim === effect.claim)!.arms;
  const outcomes = await measured(1);
  expect(outcomes.map((runs) => runs.map(({ right }) => right))).toEqual(
    arms.map(({ right }) => right.slice(0, problems.length)),
  );
  // What a forward costs depends on what is cached from the run before; what is drawn does not.
  const drawn = (all: typeof outcomes) =>
    all.map((runs) => runs.map(({ answer, traces, tokens }) => ({ answer, traces, tokens })));
  expect(drawn(await measured(2))).toEqual(drawn(outcomes));
}, 60_000);
