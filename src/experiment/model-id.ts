import * as v from 'valibot';

/**
 * A model's id: the name of its folder in public/models, WebLLM's own (`Qwen3-0.6B-q4f16_1-MLC`), a server's (`qwen3:8b`,
 * `org/name`), or one that a person gave. After `/` and `:` comes a letter or a digit, so that no id reads as a path upwards.
 */
export const modelIdPattern = /^[A-Za-z0-9](?:[A-Za-z0-9._-]|[/:](?=[A-Za-z0-9])){0,95}$/;

export const modelIdSchema = v.pipe(v.string(), v.regex(modelIdPattern));
