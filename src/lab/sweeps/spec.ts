import * as v from 'valibot';
import type { HeldOutSet } from '#experiment/families/sheet.ts';
import { budgetSchema, type Experiment, samplingSchema, strategySchema } from '#experiment/experiment.ts';
import { families } from '#experiment/families.ts';
import { modelIdSchema } from '#experiment/model-id.ts';
import { type Problem, problemSchema } from '#experiment/problem.ts';
import { integerIn } from '#experiment/ranges.ts';
import type { Settings } from '../same-computation.ts';

/** What keeps a sweep from growing without end. */
export const sweepLimits = { arms: 64, problems: 20_000, repeats: 1000, runs: 1_000_000 } as const;

export const heldOutSets = ['usual', 'harder', 'bigger'] as const satisfies readonly HeldOutSet[];

const armSchema = v.strictObject({
  /** What a person calls it; absent, its settings name it. */
  name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  model: modelIdSchema,
  strategy: strategySchema,
  sampling: samplingSchema,
  /** Tokens that each of its runs may draw, where they are others than the sweep's. */
  tokens: v.exactOptional(budgetSchema.entries.tokens),
});

const problemsSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('held-out'),
    family: v.picklist(families),
    set: v.exactOptional(v.picklist(heldOutSets)),
    /** The first so many of the set. */
    count: integerIn(1, sweepLimits.problems),
  }),
  v.strictObject({
    kind: v.literal('own'),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
    problems: v.pipe(v.array(problemSchema), v.minLength(1), v.maxLength(sweepLimits.problems)),
  }),
]);

/** Everything needed to run a sweep again: each arm answers each problem, as often as repeated, each time with another seed. */
export const sweepSchema = v.strictObject({
  title: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(120))),
  problems: problemsSchema,
  arms: v.pipe(v.array(armSchema), v.minLength(1), v.maxLength(sweepLimits.arms)),
  repeats: integerIn(1, sweepLimits.repeats),
  /** Tokens that each run may draw; 0 is no limit. */
  tokens: budgetSchema.entries.tokens,
});

/** One way to answer the problems of a sweep: a line, or a point of one. */
export interface SweepArm extends Settings {
  readonly name?: string;
  readonly tokens?: number;
}

/** The problems of a sweep: the first so many of a held-out set, or a person's own. */
export type ProblemSource =
  | {
      readonly kind: 'held-out';
      readonly family: Problem['family'];
      readonly set?: (typeof heldOutSets)[number];
      readonly count: number;
    }
  | { readonly kind: 'own'; readonly name: string; readonly problems: readonly Problem[] };

export interface Sweep {
  readonly title?: string;
  readonly problems: ProblemSource;
  readonly arms: readonly SweepArm[];
  readonly repeats: number;
  readonly tokens: number;
}

/** How many problems are asked for; a held-out set may have fewer. */
export const problemsAskedFor = (source: ProblemSource): number =>
  source.kind === 'own' ? source.problems.length : source.count;

/** One run of a sweep, by the places of its arm and problem, and which repeat it is. All from 0. */
export interface Cell {
  readonly arm: number;
  readonly problem: number;
  readonly repeat: number;
}

/** Seeds of repeats lie this far apart, so that a problem's place is its seed the first time, as in every table before. */
const seedsApart = 1_000_003;

/** What a cell runs. Arms have the same seed on a problem, so that they can be compared problem by problem. */
export function experimentOfCell(
  { model, strategy, sampling, tokens: own }: SweepArm,
  problem: Problem,
  { problem: place, repeat }: Cell,
  tokens: number,
): Experiment {
  const seed = (place + repeat * seedsApart) % 2 ** 32;
  return { problem, model, strategy, sampling, seed, budget: { tokens: own ?? tokens } };
}
