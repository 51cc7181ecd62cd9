import { knobControl } from '#experiment/control.ts';
import { amountsOf, knobsOf, type StrategyKnob } from '#experiment/strategies.ts';
import { canonicalText } from '../same-computation.ts';
import { armComputation } from './check.ts';
import { settingOf, settingsOfArm, withSetting } from './settings.ts';
import type { Sweep, SweepArm } from './spec.ts';

/** An amount of compute that an arm can be given more of: a knob of its strategy, tokens that a completion may have, or a run. */
export type ComputeAmount = StrategyKnob | 'maxTokens' | 'budget';

/** Arms that differ in one amount of compute alone, from the least to the most: a line of a chart. */
export interface SweepLine {
  /** Null where no other arm differs from this one in an amount alone. */
  readonly amount: ComputeAmount | null;
  readonly points: readonly LinePoint[];
}

export interface LinePoint {
  /** Place of the arm. */
  readonly arm: number;
  /** How much; infinite for a budget without limit. Null on a line of one arm. */
  readonly amount: number | null;
}

/**
 * The arms of a sweep as lines of a chart, in the order of their first arms. Where arms differ in two amounts, attempts side by
 * side and one after another say, they make as few lines as they can, along the amount that the strategy's sheet names first
 * where there is a choice. An arm of another strategy that is what a line comes to at the least amount, a chain of thought
 * beside votes, is that line's first point too.
 */
export function linesOf(sweep: Pick<Sweep, 'arms' | 'tokens'>): readonly SweepLine[] {
  const { arms, tokens } = sweep;
  const places = arms.map((arm, place) => ({ arm, place }));
  return grouped(places, ({ arm }) => textWithout(arm, tokens, amountsOfArm(arm)))
    .flatMap((group) => linesAlong(group, tokens))
    .toSorted((a, b) => leastPlace(a) - leastPlace(b))
    .map((line) => withFirstPoint(line, sweep));
}

interface PlacedArm {
  readonly arm: SweepArm;
  readonly place: number;
}

const amountsOfArm = ({ strategy }: SweepArm): readonly ComputeAmount[] => [
  ...amountsOf(strategy.kind),
  'budget',
  'maxTokens',
];

/** Lines of arms that differ in amounts alone. */
function linesAlong(group: readonly PlacedArm[], tokens: number): readonly SweepLine[] {
  const [first] = group;
  if (!first) return [];
  const choices = amountsOfArm(first.arm).map((amount) => ({
    amount,
    parts: grouped(group, ({ arm }) => textWithout(arm, tokens, [amount])),
  }));
  const fewest = Math.min(...choices.map(({ parts }) => parts.length));
  const chosen = choices.find(({ parts }) => parts.length === fewest);
  return (chosen?.parts ?? []).map((part): SweepLine => {
    const [one, ...others] = part;
    if (!chosen || !one || others.length === 0)
      return { amount: null, points: part.map(({ place }) => ({ arm: place, amount: null })) };
    const points = part.map(({ arm, place }) => ({
      arm: place,
      amount: amountOf(arm, chosen.amount, tokens),
    }));
    return { amount: chosen.amount, points: points.toSorted((a, b) => a.amount - b.amount) };
  });
}

/** How much an arm has of an amount. */
function amountOf(arm: SweepArm, amount: ComputeAmount, tokens: number): number {
  const value = Number(settingOf(arm, amount, tokens));
  return amount === 'budget' && value === 0 ? Infinity : value;
}

/** The arm's settings but for some, as text. */
function textWithout(arm: SweepArm, tokens: number, names: readonly string[]): string {
  const others = settingsOfArm(arm).filter((name) => !names.includes(name));
  return canonicalText(others.map((name) => [name, settingOf(arm, name, tokens)]));
}

function withFirstPoint(line: SweepLine, { arms, tokens }: Pick<Sweep, 'arms' | 'tokens'>): SweepLine {
  const { amount, points } = line;
  const model = points[0] && arms[points[0].arm];
  const knob = model && knobsOf(model.strategy.kind).find((name) => name === amount);
  if (!model || !knob) return line;
  const control = knobControl(model.strategy.kind, knob);
  if (control.type !== 'number') return line;
  const least = withSetting(model, knob, control.min, () => null);
  const text = least && armComputation(least, tokens);
  const place = arms.findIndex((arm) => armComputation(arm, tokens) === text);
  return place < 0 || points.some(({ arm }) => arm === place)
    ? line
    : { amount, points: [{ arm: place, amount: control.min }, ...points] };
}

const leastPlace = ({ points }: SweepLine): number => Math.min(...points.map(({ arm }) => arm));

/** What has the same key together, in the order in which keys come up. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
