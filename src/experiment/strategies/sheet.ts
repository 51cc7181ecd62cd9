import type * as v from 'valibot';
import type { Source } from '../sources.ts';
import type { VerifierUse } from '../verifier.ts';

/**
 * A strategy's fact sheet: what a person can set, what it needs, how it is offered and what a link holds of it. Its algorithm
 * stands in `strategies/` of the project, its words in `words/en/strategies.ts`.
 */
export interface StrategySheet<
  Schema extends StrategySchema,
  All = SettingsOf<Schema>,
  Knob extends string = keyof All & string,
> {
  /** `kind`, then the knobs in the order of a form. A knob added to a strategy that runs were saved with needs a value for those. */
  readonly schema: Schema;
  readonly source: Source;
  readonly group: StrategyGroup;
  /** Which picture of a run matters most. */
  readonly picture: StrategyPicture;
  /** The steps that its algorithm goes round in, in its own order. */
  readonly steps: readonly AlgorithmStepKind[];
  /** The settings that matter most, four at most, in the order in which they are asked for; all others come after them. */
  readonly main: readonly (Knob | 'temperature')[];
  /** How much it computes: knobs that buy more test-time compute, the one that accuracy is drawn against first. */
  readonly amounts?: readonly Knob[];
  /** What it cannot do without. */
  readonly needs?: readonly ModelNeed[];
  /** What the form starts with, on the embedded models. A problem family may ask for other numbers (`FamilySheet.trained`). */
  readonly defaults: All;
  readonly temperature: number;
  /** What is set otherwise on a model that follows instructions. */
  readonly inWords?: Partial<All>;
  /** What it does with its verifier, where it has one. */
  verifies?(settings: All): VerifierUse;
  /** The knob that names another model, besides the verifier's. */
  readonly secondModel?: keyof All & string;
  /** Where the usual value of a knob comes from; the value stands in the words. */
  readonly papers?: { readonly [Each in keyof All]?: Source };
  /** Whether a knob makes a difference as the others are set; one that is not here always does. */
  readonly matters?: { readonly [Each in keyof All]?: Matters<All> };
  readonly link: StrategyLink<All, keyof All & string>;
}

/** Any strategy's sheet, its settings by name. */
export type AnyStrategySheet = StrategySheet<StrategySchema, Readonly<Record<string, unknown>>>;

export type StrategySchema = v.StrictObjectSchema<
  { readonly kind: v.LiteralSchema<string, undefined> } & v.ObjectEntries,
  undefined
>;
type SettingsOf<Schema extends StrategySchema> = Omit<v.InferOutput<Schema>, 'kind'>;
type Matters<All> = { bivarianceHack(settings: All): boolean }['bivarianceHack'];

/** A strategy's sheet, its settings checked against its schema. */
export const factSheet = <Schema extends StrategySchema>(
  sheet: StrategySheet<Schema>,
): StrategySheet<Schema> => sheet;

/** The groups of the menu, from the simplest on. */
export const strategyGroupNames = [
  'one-trace',
  'many-traces',
  'thinking-longer',
  'search',
  'by-difficulty',
] as const;
export type StrategyGroup = (typeof strategyGroupNames)[number];

/** What is best seen of a run: its traces, the scores of them, a thought that goes on round by round, or the tree of a search. */
export type StrategyPicture = 'traces' | 'scores' | 'rounds' | 'tree';

/**
 * A step of the algorithm. `expand`: nodes were made. `score`: nodes or whole traces were scored (the evaluation of a
 * tree search). `keep`: some nodes go on, the others are pruned.
 */
export type AlgorithmStepKind =
  | 'select'
  | 'expand'
  | 'score'
  | 'back-up'
  | 'keep'
  | 'backtrack'
  | 'wait'
  | 'interim-answer'
  | 'vote'
  | 'decide'
  | 'choose';

/**
 * `examples`: makes use of worked examples. `thinking-end`: marks where its thinking ends. `going-on`: goes on from a text that was
 * begun, its own included.
 */
export const modelNeeds = ['examples', 'thinking-end', 'going-on'] as const;
export type ModelNeed = (typeof modelNeeds)[number];

/**
 * What a link holds of a strategy. Frozen: a link made today must mean the same after the page's defaults have moved on. A
 * knob that is added later needs its value here as it was before, and the version since which links have it.
 */
export interface StrategyLink<All, Knob extends string> {
  /** The version that knows the strategy. */
  readonly since: number;
  /** What it is called in links; its kind unless given. */
  readonly name?: string;
  /** Its settings in links: those named, one after the other; else by name, where they differ from `standard`. */
  readonly inOrder?: readonly Knob[];
  /** What is left out of a link, for ever, in the order in which the others are written. */
  readonly standard?: All;
  readonly temperature: number;
  /** Settings that links have since a later version: any value but the standard one, or some values. */
  readonly later?: { readonly [Each in Knob]?: number | Readonly<Record<string, number>> };
}
