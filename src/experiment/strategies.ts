import * as v from 'valibot';
import { adaptiveConsistencySheet } from './strategies/adaptive-consistency.ts';
import { beamSearchSheet } from './strategies/beam-search.ts';
import { bestOfNSheet } from './strategies/best-of-n.ts';
import { budgetForcingSheet } from './strategies/budget-forcing.ts';
import { chainOfThoughtSheet } from './strategies/chain-of-thought.ts';
import { computeOptimalSheet } from './strategies/compute-optimal.ts';
import { directSheet } from './strategies/direct.ts';
import { fewShotSheet } from './strategies/few-shot.ts';
import { mctsSheet } from './strategies/mcts.ts';
import { revisionSheet } from './strategies/revision.ts';
import { rStarSheet } from './strategies/rstar.ts';
import { selfConsistencySheet } from './strategies/self-consistency.ts';
import { strategyGroupNames, type AnyStrategySheet, type StrategyGroup } from './strategies/sheet.ts';
import { stepVerificationSheet } from './strategies/step-verification.ts';
import { treeOfThoughtsSheet } from './strategies/tree-of-thoughts.ts';
import type { VerifierUse } from './verifier.ts';

/** The fact sheets of all strategies, in the order they are offered within their groups. All other lists follow from this one. */
const sheets = [
  directSheet,
  chainOfThoughtSheet,
  fewShotSheet,
  selfConsistencySheet,
  adaptiveConsistencySheet,
  bestOfNSheet,
  budgetForcingSheet,
  revisionSheet,
  stepVerificationSheet,
  beamSearchSheet,
  treeOfThoughtsSheet,
  mctsSheet,
  rStarSheet,
  computeOptimalSheet,
] as const;

type Schema = (typeof sheets)[number]['schema'];

export const strategySchema = v.variant(
  'kind',
  sheets.map((sheet): Schema => sheet.schema),
);
export type Strategy = v.InferOutput<Schema>;
export type StrategyKind = Strategy['kind'];
/** The parameters of one strategy. */
export type StrategyOf<Kind extends StrategyKind> = Extract<Strategy, { readonly kind: Kind }>;
/** The knobs of one kind of strategy. */
export type StrategyKnob<Kind extends StrategyKind = StrategyKind> = {
  [Each in Kind]: Exclude<keyof StrategyOf<Each>, 'kind'>;
}[Kind];

const byKind: ReadonlyMap<string, AnyStrategySheet> = new Map(
  sheets.map((sheet): [string, AnyStrategySheet] => [sheet.schema.entries.kind.literal, sheet]),
);

/** In the order they are offered, from the simplest on. */
export const strategyKinds: readonly StrategyKind[] = sheets.map(
  (sheet) => sheet.schema.entries.kind.literal,
);

/** The menu: the groups that have strategies, and theirs. */
export const strategyGroups: readonly {
  readonly group: StrategyGroup;
  readonly kinds: readonly StrategyKind[];
}[] = strategyGroupNames.map((group) => ({
  group,
  kinds: strategyKinds.filter((kind) => strategySheet(kind).group === group),
}));

export function strategySheet(kind: StrategyKind): AnyStrategySheet {
  const found = byKind.get(kind);
  if (!found) throw new Error(`The strategy ${kind} has no fact sheet`);
  return found;
}

/** The knobs a strategy has of its own, besides sampling, seed and budget, in the order of a form. */
export function knobsOf(kind: StrategyKind): readonly StrategyKnob[] {
  return Object.keys(strategySheet(kind).schema.entries).filter((key): key is StrategyKnob => key !== 'kind');
}

/** The settings that matter most for a strategy, in the order in which they are asked for. */
export function mainKnobsOf(kind: StrategyKind): readonly (StrategyKnob | 'temperature')[] {
  const own = knobsOf(kind);
  return strategySheet(kind).main.flatMap((name) =>
    name === 'temperature' ? ([name] as const) : own.filter((knob) => knob === name),
  );
}

/** The knobs that buy more test-time compute, the one that accuracy is drawn against first. */
export function amountsOf(kind: StrategyKind): readonly StrategyKnob[] {
  const own = knobsOf(kind);
  return (strategySheet(kind).amounts ?? []).flatMap((name) => own.filter((knob) => knob === name));
}

/** What a strategy uses its verifier for; null where it has none. */
export function verifierUse(strategy: Strategy): VerifierUse | null {
  return strategySheet(strategy.kind).verifies?.(strategy) ?? null;
}

/** Whether a knob makes a difference as the others are set. */
export function knobMatters(strategy: Strategy, knob: string): boolean {
  const matters = new Map(Object.entries(strategySheet(strategy.kind).matters ?? {}));
  return matters.get(knob)?.(strategy) ?? true;
}
