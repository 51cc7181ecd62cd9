import * as v from 'valibot';

/**
 * A model's id: the name of its folder in public/models, WebLLM's own (`Qwen3-0.6B-q4f16_1-MLC`), or one that a person gave.
 * After `/` and `:` comes a letter or a digit, so that no id reads as a path upwards.
 */
export const modelIdPattern = /^[A-Za-z0-9](?:[A-Za-z0-9._-]|[/:](?=[A-Za-z0-9])){0,95}$/;

/**
 * The id of a model on a server: the address of the server's interface, `#`, and the model's name there:
 * `http://localhost:8000/v1#Qwen/Qwen3-8B`. It says where to ask, never with which key. `policy/remote/server-model.ts` makes and
 * reads it.
 */
export const serverModelPattern =
  /^https?:\/\/(?:[a-z0-9][a-z0-9.-]{0,199}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~-]{1,60}){0,8}#(?:[A-Za-z0-9._~:/@+=,-]|%[0-9A-F]{2}){1,240}$/;

export const modelIdSchema = v.pipe(
  v.string(),
  v.maxLength(600),
  v.regex(new RegExp(`${modelIdPattern.source}|${serverModelPattern.source}`)),
);

/**
 * Whether a model is of a person's own, by its id, which begins with the hash of its weights: the same weights are the same model in
 * every browser, and no model that ships is called so.
 */
export const isOwnModel = (id: string): boolean => /^own-[0-9a-f]{16}$/.test(id);

/** The id of a model of one's own. @param sha256 of its weights, in hexadecimal. */
export const ownModelId = (sha256: string): string => `own-${sha256.slice(0, 16)}`;

/** Whether a model is a server's, by its id. */
export const isServerModel = (id: string): boolean => id.includes('#');
