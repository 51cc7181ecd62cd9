import * as v from 'valibot';
import { trainingPresets, type TrainingPreset } from '#train/presets.ts';
import { type TrainingSetup, trainingSetupSchema } from '#train/setup.ts';

export const usualPreset: TrainingPreset = 'zero';

export const isTrainingPreset = (name: string): name is TrainingPreset =>
  Object.hasOwn(trainingPresets, name);

export const trainingPresetNames: readonly TrainingPreset[] =
  Object.keys(trainingPresets).filter(isTrainingPreset);

/** The preset that a setup is, but for its seed. */
export function presetOf(setup: TrainingSetup): TrainingPreset | null {
  // As the schema reads it, so that the order in which it was written does not count.
  const text = (one: TrainingSetup) => JSON.stringify(v.parse(trainingSetupSchema, { ...one, seed: 0 }));
  const own = text(setup);
  return trainingPresetNames.find((name) => text(trainingPresets[name]) === own) ?? null;
}
