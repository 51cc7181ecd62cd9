import * as v from 'valibot';
import { experimentSchema } from '../experiment/experiment.ts';
import { entrySchema } from './event-schema.ts';
import { logLimits } from './schema-parts.ts';

export const runFileFormat = 'second-thought-run';
export const runFileVersion = 1;
/** Of a file that is read, in bytes. */
export const runFileBytes = 20_000_000;

/** A saved run. Described for other programs in `public/schema/run-v1.json`. */
export const runFileSchema = v.strictObject({
  format: v.literal(runFileFormat),
  version: v.literal(runFileVersion),
  experiment: experimentSchema,
  entries: v.pipe(v.array(entrySchema), v.minLength(1), v.maxLength(logLimits.entries)),
});
