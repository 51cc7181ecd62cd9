import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { effects } from '#lab/effects/effects.ts';
import { sweepFaults } from '#lab/sweeps/check.ts';
import { problemsOf } from '#lab/sweeps/problems.ts';
import { encodeSweep } from '#lab/sweeps/sweep-link.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { embeddedModel } from '#policy/models.ts';
import { sweepOfEffect, sweepOfRun, sweepPresets } from './sweep-presets.ts';

const find = (id: string) => embeddedModel(id) ?? null;
const faultsOf = async (sweep: Sweep) =>
  sweepFaults(sweep, (await problemsOf(sweep.problems)).problems, find);

test.each(Object.entries(sweepPresets))('%s can be run, and passed on as a link', async (_, sweep) => {
  expect(await faultsOf(sweep)).toEqual([]);
  expect(await encodeSweep(sweep)).toMatchObject({ ok: true });
});

test.each(effects.map((effect) => [effect.claim, effect] as const))('%s is a sweep', async (_, effect) => {
  expect(await faultsOf(sweepOfEffect(effect, 50, (name) => name))).toEqual([]);
});

test('a run is asked on fifty problems of its kind; a question of one’s own fifty times', async () => {
  const run = defaultExperiment('countdown');
  const sweep = sweepOfRun(run);
  expect(sweep).toMatchObject({
    problems: { kind: 'held-out', family: 'countdown', count: 50 },
    repeats: 1,
    arms: [{ model: run.model, strategy: run.strategy }],
  });
  expect(await faultsOf(sweep)).toEqual([]);
  const question = defaultExperiment('question');
  expect(sweepOfRun(question)).toMatchObject({
    problems: { kind: 'own', problems: [question.problem] },
    repeats: 50,
  });
});
