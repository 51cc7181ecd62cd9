import { samplingSchema } from '#experiment/experiment.ts';
import { isKeyOf } from '#experiment/keys-of.ts';
import { knobsOf } from '#experiment/strategies.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';
import { differingSettings, settingOf } from '#lab/sweeps/settings.ts';
import type { Sweep, SweepArm } from '#lab/sweeps/spec.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { describeKnob, describeOption, describeSampling } from '#words/describe-knob.ts';
import { strategyBrief } from '#words/describe.ts';
import { strategies } from '#words/en/strategies.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { verifiers } from '#words/en/verifiers.ts';

/** What each arm is called: by its person, or by its strategy and what tells it from the others of that strategy. */
export function armNames({ arms, tokens }: Pick<Sweep, 'arms' | 'tokens'>): readonly string[] {
  const models = new Set(arms.map(({ model }) => model));
  return arms.map((arm) => {
    if (arm.name !== undefined) return arm.name;
    const alike = arms.filter(({ strategy }) => strategy.kind === arm.strategy.kind);
    const own = differingSettings(alike, tokens)
      .filter((name) => name !== 'model' && name !== 'strategy')
      .flatMap((name) => settingText(arm, name, tokens) ?? []);
    const head = own.length === 0 ? strategyBrief(arm.strategy) : strategies[arm.strategy.kind].name;
    return [head, ...own, ...(models.size > 1 ? [spokenName(arm.model)] : [])].join(sweepWords.comma);
  });
}

/** A setting of an arm and what it is: `width 4`. Null where it has none by that name. */
export function settingText(arm: SweepArm, name: string, tokens: number): string | null {
  const value = settingOf(arm, name, tokens);
  if (value === undefined) return null;
  if (name === 'model') return spokenName(arm.model);
  if (name === 'verifier' && 'verifier' in arm.strategy) return verifierText(arm.strategy.verifier);
  if (name === 'budget') return sweepWords.budgetOf(Number(value));
  return sweepWords.settingIs(settingName(arm, name).toLowerCase(), valueText(arm, name, value));
}

/** What a setting is called. */
export function settingName({ strategy }: SweepArm, name: string): string {
  if (name === 'model') return sweepWords.model;
  if (name === 'strategy') return sweepWords.strategy;
  if (name === 'budget') return sweepWords.budget;
  if (isKeyOf(samplingSchema.entries, name)) return describeSampling(name).name;
  const knob = knobsOf(strategy.kind).find((one) => one === name);
  return knob ? describeKnob(strategy.kind, knob).name : name;
}

function valueText({ strategy }: SweepArm, name: string, value: unknown): string {
  if (typeof value === 'number') return sweepWords.value(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const knob = knobsOf(strategy.kind).find((one) => one === name);
  return knob ? describeOption(strategy.kind, knob, value).name.toLowerCase() : value;
}

/** Who judges, by the name that tells it from others. */
export function verifierText(verifier: VerifierSpec): string {
  if ('model' in verifier && verifier.model !== undefined) return spokenName(verifier.model);
  const name = verifiers[verifier.kind].name.toLowerCase();
  return verifier.kind === 'process' || verifier.kind === 'outcome' ? sweepWords.ownHead(name) : name;
}
