import { differingSettings, settingOf, settingsOfArm } from '#lab/sweeps/settings.ts';
import type { SweepArm } from '#lab/sweeps/spec.ts';

/** What an arm is called: its name, else its strategy with the settings in which it differs from others, as `--arm` takes them. */
export function armText(arm: SweepArm, among: readonly SweepArm[], tokens: number): string {
  if (arm.name !== undefined) return arm.name;
  const differing = differingSettings(among, tokens);
  const settings = settingsOfArm(arm)
    .filter((name) => name !== 'strategy' && differing.includes(name))
    .map((name) => ({ name, value: settingOf(arm, name, tokens) }))
    .filter(({ value }) => value !== undefined)
    .map(({ name, value }) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [arm.strategy.kind, ...settings].join(' ');
}
