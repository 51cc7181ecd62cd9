import * as v from 'valibot';
import { budgetSchema, samplingSchema, strategySchema } from '#experiment/experiment.ts';
import { samplingFor, strategyFor } from '#experiment/defaults.ts';
import { isKeyOf, keysOf } from '#experiment/keys-of.ts';
import { modelIdSchema } from '#experiment/model-id.ts';
import { knobsOf, strategyKinds } from '#experiment/strategies.ts';
import type { FindModel } from './check.ts';
import type { SweepArm } from './spec.ts';

/*
 * The settings of an arm by name: `model`, `strategy`, the knobs of the strategy, those of sampling, and `budget`, the tokens
 * that a run may draw.
 */

/** Names of the settings that an arm has, the strategy's own by the order of its form. */
export function settingsOfArm({ strategy }: SweepArm): readonly string[] {
  return ['model', 'strategy', ...knobsOf(strategy.kind), ...keysOf(samplingSchema.entries), 'budget'];
}

/** What a setting of an arm is; undefined where it has none by that name. Of the strategy its kind. */
export function settingOf(arm: SweepArm, name: string, tokens: number): unknown {
  const { model, strategy, sampling } = arm;
  if (name === 'model') return model;
  if (name === 'strategy') return strategy.kind;
  if (name === 'budget') return arm.tokens ?? tokens;
  if (isKeyOf(samplingSchema.entries, name)) return sampling[name];
  return name === 'kind' ? undefined : new Map<string, unknown>(Object.entries(strategy)).get(name);
}

/**
 * The arm with a setting changed; null where it cannot be that. Another kind of strategy comes with its usual settings on the
 * model, temperature among them.
 */
export function withSetting(arm: SweepArm, name: string, value: unknown, find: FindModel): SweepArm | null {
  if (name === 'model') return v.is(modelIdSchema, value) ? { ...arm, model: value } : null;
  if (name === 'strategy') return withStrategy(arm, value, find);
  if (name === 'budget') return v.is(budgetSchema.entries.tokens, value) ? { ...arm, tokens: value } : null;
  if (isKeyOf(samplingSchema.entries, name)) {
    const sampling = v.safeParse(samplingSchema, { ...arm.sampling, [name]: value });
    return sampling.success ? { ...arm, sampling: sampling.output } : null;
  }
  const strategy = v.safeParse(strategySchema, { ...arm.strategy, [name]: value });
  return strategy.success && name !== 'kind' ? { ...arm, strategy: strategy.output } : null;
}

function withStrategy(arm: SweepArm, value: unknown, find: FindModel): SweepArm | null {
  const kind = strategyKinds.find((known) => known === value);
  if (kind === arm.strategy.kind) return arm;
  if (kind === undefined) {
    const strategy = v.safeParse(strategySchema, value);
    return strategy.success ? { ...arm, strategy: strategy.output } : null;
  }
  const model = find(arm.model);
  return model && { ...arm, strategy: strategyFor(model, kind), sampling: samplingFor(model, kind) };
}

/** Names of the settings in which arms differ, as far as they have them, in the order of a form. */
export function differingSettings(arms: readonly SweepArm[], tokens: number): readonly string[] {
  const names = [...new Set(arms.flatMap(settingsOfArm))];
  return names.filter((name) => {
    const values = arms
      .map((arm) => settingOf(arm, name, tokens))
      .filter((value) => value !== undefined)
      .map((value) => JSON.stringify(value));
    return new Set(values).size > 1;
  });
}
