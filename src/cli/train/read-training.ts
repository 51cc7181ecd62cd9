import * as v from 'valibot';
import { embeddedModels } from '#policy/models.ts';
import { trainingPresets } from '#train/presets.ts';
import { type TrainingSetup, trainingSetupSchema } from '#train/setup.ts';
import { decodeTraining } from '#train/training-link.ts';
import { explainAll } from '#words/explain.ts';
import { trainCommandWords } from '#words/en/train-commands.ts';
import { type Flags, numberFlag } from '../flags.ts';
import { UsageError } from '../usage-error.ts';

/** The training that is asked for: a preset or a link, and what flags say in place of its settings. Throws UsageError. */
export async function readTraining(preset = 'zero', flags: Flags): Promise<TrainingSetup> {
  const base = flags.link === undefined ? presetNamed(preset) : await ofLink(flags.link);
  const { model = base.model } = flags;
  let setup: TrainingSetup = {
    ...base,
    model,
    steps: numberFlag('--steps', flags.steps, { min: 1, max: 2000, whole: true }) ?? base.steps,
    seed: numberFlag('--seed', flags.seed, { min: 0, max: 2 ** 32 - 1, whole: true }) ?? base.seed,
  };
  for (const written of flags.set ?? []) setup = withSetting(setup, written);
  const models = embeddedModels.filter(
    ({ families, verifier }) => families.includes(setup.task.family) && !verifier,
  );
  if (!models.some(({ id }) => id === setup.model))
    throw new UsageError(
      trainCommandWords.wrongModel({ model: setup.model, models: models.map(({ id }) => id).join(', ') }),
    );
  return setup;
}

function presetNamed(name: string): TrainingSetup {
  const found = Object.entries(trainingPresets).find(([preset]) => preset === name);
  if (found) return found[1];
  throw new UsageError(
    trainCommandWords.noPreset({ preset: name, presets: Object.keys(trainingPresets).join(', ') }),
  );
}

async function ofLink(link: string): Promise<TrainingSetup> {
  const read = await decodeTraining(link.slice(Math.max(0, link.indexOf('#'))));
  if (read.ok) return read.setup;
  throw new UsageError(explainAll(read.failure));
}

/** `rate=0.001`, or `method.beta=0`: the value is JSON, or else a text. */
function withSetting(setup: TrainingSetup, written: string): TrainingSetup {
  const [, path = '', value] = /^([A-Za-z.]+)=(.*)$/s.exec(written) ?? [];
  if (value === undefined) throw new UsageError(trainCommandWords.noValue(written));
  const read = v.safeParse(trainingSetupSchema, replaced(setup, path.split('.'), parsed(value)));
  if (!read.success) throw new UsageError(trainCommandWords.wrongSetting(written));
  return read.output;
}

function replaced(part: object, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const inner: unknown = Object.entries(part).find(([key]) => key === name)?.[1];
  const next = rest.length > 0 ? (inner instanceof Object ? replaced(inner, rest, value) : undefined) : value;
  return { ...part, [name]: next };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
