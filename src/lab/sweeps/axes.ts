import type { Problem } from '#experiment/problem.ts';
import { armComputation, type ArmFault, armFault, type FindModel, kindsOf } from './check.ts';
import { settingsOfArm, withSetting } from './settings.ts';
import { type SweepArm, sweepLimits } from './spec.ts';

/** A setting, and what it is to be in turn. */
export interface Axis {
  /** `model`, `strategy` (a kind, or a whole strategy), a knob of strategies, one of sampling, or `budget`. */
  readonly setting: string;
  readonly values: readonly unknown[];
}

/** An arm that was not made, and why. */
export type LeftOutArm =
  /** It comes to the same computation as the arm at a place of the list. */
  | { readonly kind: 'same'; readonly arm: SweepArm; readonly as: number }
  | { readonly kind: 'unfit'; readonly arm: SweepArm; readonly fault: ArmFault }
  /** Out of the setting's bounds, or none of its choices. */
  | { readonly kind: 'invalid'; readonly setting: string; readonly value: unknown }
  /** No strategy of the sweep has such a setting. */
  | { readonly kind: 'no-setting'; readonly setting: string }
  /** There would be more arms than a sweep may have. */
  | { readonly kind: 'too-many'; readonly most: number };

export interface ArmsOfAxes {
  readonly arms: readonly SweepArm[];
  readonly leftOut: readonly LeftOutArm[];
}

interface Surroundings {
  readonly find: FindModel;
  readonly problems: readonly Problem[];
  /** The sweep's budget. */
  readonly tokens: number;
}

/** Combinations that are looked at: what a person ticks may multiply to billions. */
const mostCombinations = 4096;

/**
 * Every combination of what the axes say, over a base that gives all other settings: by model, then by strategy, then by the
 * other axes in their order. A strategy that lacks a setting is not multiplied by it. Without arms that come to the same
 * computation and those that cannot be run, which are told.
 */
export function armsOfAxes(
  base: SweepArm,
  axes: readonly Axis[],
  { find, problems, tokens }: Surroundings,
): ArmsOfAxes {
  const asked = kindsOf(problems);
  const arms: SweepArm[] = [];
  const leftOut: LeftOutArm[] = [];
  const places = new Map<string, number>();
  const used = new Set<string>();
  const invalid = new Set<string>();

  function* combinations(arm: SweepArm, [axis, ...others]: readonly Axis[]): Generator<SweepArm, void> {
    if (!axis) return yield arm;
    if (!settingsOfArm(arm).includes(axis.setting)) return yield* combinations(arm, others);
    used.add(axis.setting);
    for (const value of axis.values) {
      const changed = withSetting(arm, axis.setting, value, find);
      const name = JSON.stringify([axis.setting, value]);
      if (changed) yield* combinations(changed, others);
      else if (!invalid.has(name)) {
        invalid.add(name);
        leftOut.push({ kind: 'invalid', setting: axis.setting, value });
      }
    }
  }

  let looked = 0;
  for (const arm of combinations(
    base,
    axes.toSorted((a, b) => rank(a) - rank(b)),
  )) {
    const text = armComputation(arm, tokens);
    const as = places.get(text);
    const fault = armFault(arm, asked, find);
    if (arms.length === sweepLimits.arms || ++looked > mostCombinations) {
      leftOut.push({ kind: 'too-many', most: sweepLimits.arms });
      break;
    }
    if (as !== undefined) leftOut.push({ kind: 'same', arm, as });
    else if (fault) leftOut.push({ kind: 'unfit', arm, fault });
    else {
      places.set(text, arms.length);
      arms.push(arm);
    }
  }
  for (const { setting } of axes) if (!used.has(setting)) leftOut.push({ kind: 'no-setting', setting });
  return { arms, leftOut };
}

/** What others depend on is set first. */
const rank = ({ setting }: Axis): number => (setting === 'model' ? 0 : setting === 'strategy' ? 1 : 2);
