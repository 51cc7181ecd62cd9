import * as v from 'valibot';

/** A model's id: the name of its folder in public/models, WebLLM's own (`Qwen3-0.6B-q4f16_1-MLC`), or one that a person gave. */
export const modelIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,95}$/;

export const modelIdSchema = v.pipe(v.string(), v.regex(modelIdPattern));
