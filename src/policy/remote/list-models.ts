import * as v from 'valibot';
import type { ServerConnection } from './server-connection.ts';
import type { ListedModel } from './server.ts';

/** A list of models is some hundred long on servers that pass on to others. */
const mostModels = 5_000;

const size = v.fallback(
  v.nullish(v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(100_000_000))),
  null,
);

/**
 * `GET /models`: OpenAI's own list says nothing of the context; vLLM and SGLang do (`max_model_len`), llama.cpp (`meta.n_ctx_train`),
 * and OpenRouter (`context_length`).
 */
const listSchema = v.object({
  data: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
        max_model_len: size,
        context_length: size,
        meta: v.fallback(v.nullish(v.object({ n_ctx_train: size, n_ctx: size })), null),
      }),
    ),
    v.maxLength(mostModels),
  ),
});

export async function listOf(server: ServerConnection, signal: AbortSignal): Promise<readonly ListedModel[]> {
  const answer = await server.json({ path: '/models' }, { requests: 0, retries: 0 }, signal);
  const read = v.safeParse(listSchema, answer);
  if (!read.success) throw server.malformed(v.getDotPath(read.issues[0]) ?? '/models');
  return read.output.data.map(({ id, max_model_len, context_length, meta }) => ({
    name: id,
    context: max_model_len ?? meta?.n_ctx ?? context_length ?? meta?.n_ctx_train ?? null,
  }));
}
