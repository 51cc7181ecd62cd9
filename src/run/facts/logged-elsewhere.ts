import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { list, type ReadOnly, real, text } from '../schema-parts.ts';

/** Programs of others whose logs are opened as trees. */
export const otherTools = ['tree-of-thought-llm', 'llm-reasoners'] as const;
export type OtherTool = (typeof otherTools)[number];

const position = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(logLimits.nodes));

/**
 * A run that was not made here: which program wrote its log, and which of the trees in it this is, counted from 1. Its experiment
 * is then the nearest that can be run here, and nothing that is not in the log is shown of it: no settings, seed, tokens or times.
 */
export const elsewhereSchema = v.strictObject({
  tool: v.picklist(otherTools),
  tree: position,
  of: position,
});
export type LoggedElsewhere = ReadOnly<v.InferOutput<typeof elsewhereSchema>>;

/** Numbers that a log has of a node, under the names that they have there; null where one is no number. */
export const loggedValuesSchema = list(
  v.strictObject({ name: text(logLimits.label), value: v.nullable(real) }),
  logLimits.evidence,
);
export type LoggedValues = ReadOnly<v.InferOutput<typeof loggedValuesSchema>>;
