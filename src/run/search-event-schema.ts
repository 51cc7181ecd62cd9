import * as v from 'valibot';
import { aggregationSchema, verifierSchema } from '#experiment/verifier.ts';
import { decisionSchema } from './facts/decision.ts';
import { loggedValuesSchema } from './facts/logged-elsewhere.ts';
import { scoreReasonSchema } from './facts/score-reason.ts';
import { backtrackReasonSchema, keptReasonSchema } from './facts/search-reason.ts';
import { answer } from './answer-schema.ts';
import { logLimits } from './log-limits.ts';
import { count, list, node, real, round, scoreSchema, sequence, text } from './schema-parts.ts';

/** The events of `search-events.ts` as schemas. */

const verifier = v.picklist(verifierSchema.options.map((option) => option.entries.kind.literal));
/** Of a score too small for a number. */
const log = v.exactOptional(real);
const nodes = list(node, logLimits.nodes);

const selection = v.strictObject({
  parent: node,
  parentVisits: count,
  rule: v.picklist(['puct', 'uct']),
  c: real,
  rows: list(
    v.strictObject({
      node,
      q: real,
      prior: real,
      visits: count,
      pending: count,
      exploration: real,
      score: real,
    }),
    logLimits.siblings,
  ),
  chosen: node,
});

const backup = v.strictObject({
  node,
  visitsBefore: count,
  visitsAfter: count,
  valueBefore: real,
  valueAfter: real,
});

export const searchEventSchemas = [
  v.strictObject({
    type: v.literal('node-created'),
    node,
    parent: v.nullable(node),
    sequence: v.nullable(sequence),
    end: v.picklist(['open', 'terminal', 'dead']),
    prior: v.nullable(real),
  }),
  v.strictObject({ type: v.literal('step-dropped'), sequence, sameAs: node }),
  v.strictObject({
    type: v.literal('node-scored'),
    node,
    score: scoreSchema,
    log,
    verifier,
    why: scoreReasonSchema,
  }),
  v.strictObject({
    type: v.literal('node-logged'),
    node,
    values: loggedValuesSchema,
    main: scoreSchema,
    share: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  v.strictObject({
    type: v.literal('nodes-kept'),
    round: count,
    kept: nodes,
    pruned: nodes,
    why: keptReasonSchema,
  }),
  v.strictObject({
    type: v.literal('path-selected'),
    simulation: count,
    selections: list(selection, logLimits.depth),
    leaf: node,
  }),
  v.strictObject({
    type: v.literal('backed-up'),
    simulation: count,
    value: real,
    path: list(backup, logLimits.depth),
  }),
  v.strictObject({ type: v.literal('backtracked'), from: node, to: node, why: backtrackReasonSchema }),
  v.strictObject({
    type: v.literal('trace-scored'),
    sequence,
    steps: list(scoreSchema, logLimits.steps),
    aggregation: aggregationSchema,
    score: scoreSchema,
    log,
    verifier,
    why: scoreReasonSchema,
  }),
  v.strictObject({ type: v.literal('wait-forced'), sequence, round, word: text(logLimits.label) }),
  v.strictObject({
    type: v.literal('interim-answer'),
    sequence,
    round,
    answer: v.nullable(answer),
    thinkingTokens: count,
  }),
  v.strictObject({ type: v.literal('decided'), decision: decisionSchema }),
] as const;
