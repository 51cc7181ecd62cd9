import * as v from 'valibot';
import type { Experiment, Sampling, Strategy, StrategyKind } from './experiment.ts';
import { type ComparedArm, type Comparison, comparisonSchema } from './comparison.ts';
import { experimentSchema, samplingSchema, strategySchema } from './experiment.ts';
import { fromShortStrategy, shortStrategy } from './link-strategy.ts';
import { fromShortMoment, type Moment, shortMoment } from './moment.ts';
import { strategySheet } from './strategies.ts';
import { familySheet, familySheets } from './families.ts';
import { saysSomething } from './strategies/budget-forcing.ts';

/**
 * What a link holds, as compact JSON; what equals the defaults below is left out.
 *
 * `p` problem: `["c", [4,9,10,13], 24]`, or `["a", [[47,6],[-38,4]]]`, a subtracted product with a minus, or
 * `["q", "How many?", "12"]`, the answer only where one was given, or `["p", "v = 7 . v ?"]`, a puzzle's text.
 * `m` model. `s` strategy: `["sc", 8, "low"]`, or `["mcts", {"simulations": 60}]` with what differs from its frozen settings. `x` sampling: `{t, k, p, m, n}`. `r` seed. `b` token budget. `w` what was written to start from. `d` what was pruned.
 * `c` a comparison: `[["mcts", "best-of-n"], 2000]`, a side with a model of its own `["mcts", "countdown-large"]`.
 * `o` what it is opened at, see `moment.ts`: checked on its own, so that a mistake in it leaves the experiment as it is.
 * What is in it since a later version than 1 stands in the sheets of families, strategies and verifiers.
 */
const linkSchema = v.strictObject({
  p: v.union(Object.values(familySheets).map(({ link }) => link.fromShort)),
  m: v.optional(v.string()),
  s: v.optional(v.tupleWithRest([v.string()], v.unknown())),
  x: v.optional(
    v.strictObject({
      t: v.optional(v.number()),
      k: v.optional(v.number()),
      p: v.optional(v.number()),
      m: v.optional(v.number()),
      n: v.optional(v.number()),
    }),
  ),
  r: v.optional(v.number()),
  b: v.optional(v.number()),
  w: v.optional(v.string()),
  d: v.optional(v.array(v.string())),
  c: v.optional(
    v.strictTuple([v.array(v.union([v.string(), v.strictTuple([v.string(), v.string()])])), v.number()]),
  ),
  o: v.optional(v.unknown()),
});
type Link = v.InferOutput<typeof linkSchema>;
type WrittenLink = Omit<Link, 'p'> & { readonly p: readonly unknown[] };

/**
 * The defaults of all versions, for ever: a link made today must mean the same after the page's own defaults have moved on.
 * They may only change in a new version.
 */
const frozen = {
  strategy: { kind: 'chain-of-thought', effort: 'low' } satisfies Strategy,
  sampling: (kind: StrategyKind): Sampling => ({
    temperature: strategySheet(kind).link.temperature,
    topK: 0,
    topP: 1,
    minP: 0,
    maxTokens: 200,
  }),
  seed: 1,
  budget: 0,
};

const samplingNames = {
  temperature: 't',
  topK: 'k',
  topP: 'p',
  minP: 'm',
  maxTokens: 'n',
} as const satisfies Record<keyof Sampling, string>;
const samplingKeys = [
  'temperature',
  'topK',
  'topP',
  'minP',
  'maxTokens',
] as const satisfies readonly (keyof Sampling)[];

/** The compact form. Fields are always in the same order, so that one experiment has one text. */
export function toLink(
  { problem, model, strategy, sampling, seed, budget, start, pruned }: Experiment,
  compare?: Comparison,
  moment?: Moment,
): unknown {
  const standard = frozen.sampling(strategy.kind);
  const changed = samplingKeys.filter((key) => sampling[key] !== standard[key]);
  const short = shortStrategy(strategy);
  return {
    p: familySheet(problem).link.short(problem),
    ...(model === familySheet(problem).link.model ? {} : { m: model }),
    ...(JSON.stringify(short) === JSON.stringify(shortStrategy(frozen.strategy)) ? {} : { s: [...short] }),
    ...(changed.length === 0
      ? {}
      : { x: Object.fromEntries(changed.map((key) => [samplingNames[key], sampling[key]])) }),
    ...(seed === frozen.seed ? {} : { r: seed }),
    ...(budget.tokens === frozen.budget ? {} : { b: budget.tokens }),
    ...(start ? { w: start.text } : {}),
    ...(pruned ? { d: [...pruned] } : {}),
    ...(compare ? { c: [compare.arms.map(shortArm), compare.tokens] } : {}),
    ...(moment ? { o: shortMoment(moment) } : {}),
  } satisfies WrittenLink;
}

/** What a link holds. */
export interface LinkContent {
  readonly experiment: Experiment;
  readonly compare?: Comparison;
  /** What it is opened at; null where that cannot be read. */
  readonly moment?: Moment | null;
}

/** The experiment in a compact form, with its comparison where it has one; null where it holds none. */
export function fromLink(payload: unknown): LinkContent | null {
  const link = v.safeParse(linkSchema, payload);
  if (!link.success) return null;
  const { p: problem, m, s, x = {}, r, b, w, d, c, o } = link.output;
  const read = v.safeParse(strategySchema, s ? fromShortStrategy(s) : frozen.strategy);
  if (!read.success) return null;
  const strategy = read.output;
  const standard = frozen.sampling(strategy.kind);
  const sampling = v.safeParse(
    samplingSchema,
    Object.fromEntries(samplingKeys.map((key) => [key, x[samplingNames[key]] ?? standard[key]])),
  );
  const model = m ?? familySheet(problem).link.model;
  // Ranges are the experiment's own business: whatever gets past here is valid.
  const experiment = v.safeParse(experimentSchema, {
    problem,
    model,
    strategy,
    sampling: sampling.output,
    seed: r ?? frozen.seed,
    budget: { tokens: b ?? frozen.budget },
    ...(w === undefined ? {} : { start: { text: w } }),
    ...(d === undefined ? {} : { pruned: d }),
  });
  if (!experiment.success) return null;
  const content = {
    experiment: experiment.output,
    ...(o === undefined ? {} : { moment: fromShortMoment(o) }),
  };
  if (c === undefined) return content;
  const compare = v.safeParse(comparisonSchema, {
    arms: c[0].map((arm) => (typeof arm === 'string' ? { kind: arm } : { kind: arm[0], model: arm[1] })),
    tokens: c[1],
  });
  return compare.success ? { ...content, compare: compare.output } : null;
}

/** Whether a link is refused for its word in place of the end of thinking: a blank, as links could have before it was refused. */
export function asksForBlank(payload: unknown): boolean {
  const link = v.safeParse(linkSchema, payload);
  const [kind, settings] = (link.success && link.output.s) || [];
  return (
    kind === 'budget-forcing' &&
    v.is(v.object({ word: v.string() }), settings) &&
    !saysSomething.test(settings.word)
  );
}

const shortArm = ({ kind, model }: ComparedArm): string | [string, string] =>
  model === undefined ? kind : [kind, model];
