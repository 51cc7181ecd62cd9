import * as v from 'valibot';

/**
 * How hard the model thinks before it answers. `low`: one chain of steps. `high`: several attempts or checks,
 * separated by "Wait".
 */
export const effortSchema = v.picklist(['low', 'high']);
export type Effort = v.InferOutput<typeof effortSchema>;
