import * as v from 'valibot';
import { modelIdSchema } from './model-id.ts';
import { integerIn } from './ranges.ts';
import { sources, type Source } from './sources.ts';

/**
 * The fact sheet of a verifier: what a person can set, what it needs and what a link holds of it. What it does stands in
 * `verifiers/` of the project, its words in `words/en/verifiers.ts`.
 */
export interface VerifierSheet<Schema extends VerifierSchema, All = SettingsOf<Schema>> {
  readonly schema: Schema;
  /** Null for what is no paper's. */
  readonly source: Source | null;
  /** `steps`: scores each of them, so that it can guide a search. `traces`: gives finished ones one score each. */
  readonly judges: VerifierUse;
  readonly needs?: VerifierNeed;
  /** What the form starts with. */
  readonly defaults: All;
  /** Where the usual value of a knob comes from; the value stands in the words. */
  readonly papers?: { readonly [Knob in keyof All]?: Source };
  readonly link: {
    /** The version of links that knows it. */
    readonly since: number;
    /** Settings that links have since a later version. */
    readonly later?: { readonly [Knob in keyof All]?: number };
  };
}

/** Any verifier's sheet, its settings by name. */
export type AnyVerifierSheet = VerifierSheet<VerifierSchema, Readonly<Record<string, unknown>>>;

/** What a strategy does with a verifier: guides a search `steps` by step, or judges finished `traces` only. */
export type VerifierUse = 'steps' | 'traces';

/**
 * What a verifier cannot do without. `rule`: problems that can be checked by rule. `reference`: the right answer.
 * `value-head`: the policy's own, or that of the model it names. `judging`, `valuing`: a model that has learnt to say whether
 * a step is right, or how promising a thought is, or one that follows instructions. `going-on`: a model that goes on from a trace.
 */
export type VerifierNeed = 'rule' | 'reference' | 'value-head' | 'judging' | 'valuing' | 'going-on';

type VerifierSchema = v.StrictObjectSchema<
  { readonly kind: v.LiteralSchema<string, undefined> } & v.ObjectEntries,
  undefined
>;
type SettingsOf<Schema extends VerifierSchema> = Omit<v.InferOutput<Schema>, 'kind'>;

const sheet = <Schema extends VerifierSchema>(facts: VerifierSheet<Schema>): VerifierSheet<Schema> => facts;

/** The model whose value head is read, where it is not the policy's own: one that was trained to judge and does nothing else. */
const model = v.exactOptional(modelIdSchema);

/** Who scores traces and steps. None sees the reference answer but `oracle`, which is there to show the ceiling. */
const sheets = [
  /** Checks every step by rule, like a proof checker: 1 where all are right so far, else 0. */
  sheet({
    schema: v.strictObject({ kind: v.literal('rule') }),
    source: null,
    judges: 'steps',
    needs: 'rule',
    defaults: {},
    link: { since: 1 },
  }),
  /** The value head at the end of a finished trace (ORM; Cobbe et al. 2021, arXiv 2110.14168). */
  sheet({
    schema: v.strictObject({ kind: v.literal('outcome'), model }),
    source: sources.cobbe,
    judges: 'traces',
    needs: 'value-head',
    defaults: {},
    papers: { model: sources.cobbe },
    link: { since: 1, later: { model: 2 } },
  }),
  /** The value head after every step (PRM; Lightman et al. 2023, arXiv 2305.20050). */
  sheet({
    schema: v.strictObject({ kind: v.literal('process'), model }),
    source: sources.lightman,
    judges: 'steps',
    needs: 'value-head',
    defaults: {},
    papers: { model: sources.lightman },
    link: { since: 1, later: { model: 2 } },
  }),
  /** Completes each step K times; the share that ends well (soft) or whether any does (hard) (Math-Shepherd, Wang et al. 2023, arXiv 2312.08935, section 3.3). */
  sheet({
    schema: v.strictObject({
      kind: v.literal('rollouts'),
      rollouts: integerIn(1, 16),
      estimate: v.picklist(['soft', 'hard']),
    }),
    source: sources.wangMath,
    judges: 'steps',
    needs: 'going-on',
    // Math-Shepherd completes 8 times; 4 keep a page's search under a second.
    defaults: { rollouts: 4, estimate: 'soft' },
    papers: { rollouts: sources.wangMath, estimate: sources.wangMath },
    link: { since: 1 },
  }),
  /** The share of the sampled traces that agree on the answer (Wang et al. 2022, arXiv 2203.11171). */
  sheet({
    schema: v.strictObject({ kind: v.literal('majority') }),
    source: sources.wangVote,
    judges: 'traces',
    defaults: {},
    link: { since: 1 },
  }),
  /** Asks the model "is this right?" and reads the probability of yes (Zhang et al. 2024, arXiv 2408.15240). */
  sheet({
    schema: v.strictObject({ kind: v.literal('generative') }),
    source: sources.zhang,
    judges: 'steps',
    needs: 'judging',
    defaults: {},
    link: { since: 1 },
  }),
  /** Asks the model for sure, likely or impossible (Yao et al. 2023, arXiv 2305.10601). */
  sheet({
    schema: v.strictObject({ kind: v.literal('self-evaluation'), evaluations: integerIn(1, 8) }),
    source: sources.yao,
    judges: 'steps',
    needs: 'valuing',
    defaults: { evaluations: 3 },
    papers: { evaluations: sources.yao },
    link: { since: 1 },
  }),
  /** Knows the reference answer. Not a verifier: the ceiling that a perfect one would reach. */
  sheet({
    schema: v.strictObject({ kind: v.literal('oracle') }),
    source: null,
    judges: 'traces',
    needs: 'reference',
    defaults: {},
    link: { since: 1 },
  }),
] as const;
type SheetSchema = (typeof sheets)[number]['schema'];

export const verifierSchema = v.variant(
  'kind',
  sheets.map((one): SheetSchema => one.schema),
);
export type VerifierSpec = v.InferOutput<SheetSchema>;
export type VerifierKind = VerifierSpec['kind'];
/** The parameters of one verifier. */
export type VerifierOf<Kind extends VerifierKind> = Extract<VerifierSpec, { readonly kind: Kind }>;
/** What a verifier can be set to. */
export type VerifierKnob<Kind extends VerifierKind = VerifierKind> = {
  [Each in Kind]: Exclude<keyof VerifierOf<Each>, 'kind'>;
}[Kind];

const byKind: ReadonlyMap<string, AnyVerifierSheet> = new Map(
  sheets.map((one): [string, AnyVerifierSheet] => [one.schema.entries.kind.literal, one]),
);

/** In the order they are offered. */
export const verifierKinds: readonly VerifierKind[] = sheets.map((one) => one.schema.entries.kind.literal);

export function verifierSheet(kind: VerifierKind): AnyVerifierSheet {
  const found = byKind.get(kind);
  if (!found) throw new Error(`The verifier ${kind} has no fact sheet`);
  return found;
}

/** A verifier of the kind, as the form starts with it. */
export function defaultVerifier(kind: VerifierKind): VerifierSpec {
  return v.parse(verifierSchema, { kind, ...verifierSheet(kind).defaults });
}

/** Verifiers that read a value head: the policy's own, or that of a model named for it. */
export type ValueHeadSpec = VerifierSpec extends infer Spec
  ? Spec extends VerifierSpec
    ? 'model' extends keyof Spec
      ? Spec
      : never
    : never
  : never;

export function readsValueHead(spec: VerifierSpec): spec is ValueHeadSpec {
  return verifierSheet(spec.kind).needs === 'value-head';
}

/** The id of the model that is to be read instead of the policy; null where none is named. */
export function verifierModel(spec: VerifierSpec): string | null {
  return (readsValueHead(spec) ? spec.model : undefined) ?? null;
}

/** Whether it scores the steps of a trace, which are then to be put together; else it gives the whole trace one score. */
export function scoresSteps(spec: VerifierSpec): boolean {
  return verifierSheet(spec.kind).judges === 'steps';
}

/** One number from a trace's step scores (Lightman et al. 2023, arXiv 2305.20050, appendix F). */
export const aggregationSchema = v.picklist(['min', 'prod', 'mean', 'last']);
export type Aggregation = v.InferOutput<typeof aggregationSchema>;
