import * as v from 'valibot';
import { experimentSchema } from '#experiment/experiment.ts';
import { entrySchema } from './event-schema.ts';
import { logLimits } from './log-limits.ts';
import { type LeftOut, runFileFormat, runFileVersion } from './run-file.ts';

/** A saved run. Described for other programs in `public/schema/run-v2.json`. */
export const runFileSchema = v.strictObject({
  format: v.literal(runFileFormat),
  version: v.literal(runFileVersion),
  experiment: experimentSchema,
  leftOut: v.exactOptional(v.literal('alternatives' satisfies LeftOut)),
  entries: v.pipe(v.array(entrySchema), v.minLength(1), v.maxLength(logLimits.entries)),
});
