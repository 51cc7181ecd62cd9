import { type Control, controlOf, knobControl } from '#experiment/control.ts';
import { samplingFor, strategyFor } from '#experiment/defaults.ts';
import { budgetSchema, samplingSchema } from '#experiment/experiment.ts';
import { isKeyOf } from '#experiment/keys-of.ts';
import type { Problem } from '#experiment/problem.ts';
import { knobsOf, type StrategyKind } from '#experiment/strategies.ts';
import { type Axis, armsOfAxes, type LeftOutArm } from '#lab/sweeps/axes.ts';
import { settingsOfArm } from '#lab/sweeps/settings.ts';
import type { SweepArm } from '#lab/sweeps/spec.ts';
import { embeddedModels } from '#policy/models.ts';
import { cli } from '#words/en/cli.ts';
import { sweepCommandWords } from '#words/en/sweep-commands.ts';
import { leftOutText } from './sweep-fault-text.ts';
import { armText } from './arm-text.ts';
import { numberFlag } from './flags.ts';
import type { ModelsAtHand } from './models-at-hand.ts';
import { readKind } from './read-experiment.ts';
import { UsageError } from './usage-error.ts';

interface Surroundings {
  /** The model of arms that name none. */
  readonly model: string;
  readonly problems: readonly Problem[];
  readonly tokens: number;
  /** What is known of a model that can be opened here. */
  readonly find: ModelsAtHand['find'];
}

/**
 * The arms that a text asks for: `self-consistency samples=8 temperature=0.7`, with the page's settings for what it does not
 * say. Several values with commas between them are as many arms: `samples=1,2,4,8`. Throws UsageError.
 */
export function armsFromText(
  text: string,
  { model: id, problems, tokens, find }: Surroundings,
): readonly SweepArm[] {
  const [name = '', ...settings] = text.match(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  const kind = readKind(name);
  const model = find(id);
  if (!model)
    throw new UsageError(
      cli.models.none({ model: id, models: embeddedModels.map((one) => one.id).join(', ') }),
    );
  const base = { model: id, strategy: strategyFor(model, kind), sampling: samplingFor(model, kind) };
  const axes = settings.map((setting) => axisFromText(setting, base, kind));
  const { arms, leftOut } = armsOfAxes(base, axes, { find, problems, tokens });
  const nameOf = (arm: SweepArm) => armText(arm, [base, arm], tokens);
  const told = (one: LeftOutArm) => leftOutText(one, nameOf, arms);
  const wrong = leftOut.filter((one) => one.kind !== 'same');
  if (wrong.length > 0) throw new UsageError(wrong.map(told).join('\n'));
  for (const one of leftOut) console.error(told(one));
  return arms;
}

function axisFromText(text: string, base: SweepArm, kind: StrategyKind): Axis {
  const [setting = '', ...rest] = text.split('=');
  const known = settingsOfArm(base).filter((name) => name !== 'strategy');
  if (!known.includes(setting))
    throw new UsageError(cli.flags.noSetting({ strategy: kind, setting, settings: known.join(', ') }));
  if (rest.length === 0) throw new UsageError(sweepCommandWords.noValue(setting));
  return { setting, values: valuesOf(setting, rest.join('='), controlOfSetting(kind, setting)) };
}

/** How a setting is set; null for a model. */
function controlOfSetting(kind: StrategyKind, setting: string): Control | null {
  if (setting === 'budget') return controlOf(budgetSchema.entries.tokens);
  if (isKeyOf(samplingSchema.entries, setting)) return controlOf(samplingSchema.entries[setting]);
  const knob = knobsOf(kind).find((name) => name === setting);
  return knob ? knobControl(kind, knob) : null;
}

/** Numbers, choices and models by commas; anything else is one value, as JSON where it is JSON. */
function valuesOf(setting: string, text: string, control: Control | null): readonly unknown[] {
  if (control?.type === 'number') return text.split(',').map((one) => numberFlag(setting, one, control));
  if (control === null || control.type === 'choice' || control.type === 'model') return text.split(',');
  try {
    const value: unknown = JSON.parse(text);
    return [value];
  } catch {
    return [text];
  }
}
