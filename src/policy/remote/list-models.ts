import * as v from 'valibot';
import { families } from '#experiment/families.ts';
import type { ServerConnection } from './server-connection.ts';
import type { ListedModel, TrainedFacts } from './server.ts';

/** A list of models is some hundred long on servers that pass on to others. */
const mostModels = 5_000;

const size = v.fallback(
  v.nullish(v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(100_000_000))),
  null,
);

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

const trainedSchema: v.GenericSchema<unknown, TrainedFacts> = v.object({
  families: v.pipe(v.array(v.picklist(families)), v.minLength(1), v.maxLength(8)),
  capabilities: v.object({ judge: v.boolean(), value: v.boolean() }),
  stepEnds: v.pipe(v.array(short), v.minLength(1), v.maxLength(8)),
  thinking: v.object({ open: short, close: short }),
  verdicts: v.object({ yes: short, no: short }),
});

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
        second_thought: v.fallback(v.nullish(trainedSchema), null),
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
  return read.output.data.map(({ id, max_model_len, context_length, meta, second_thought: trained }) => ({
    name: id,
    context: max_model_len ?? meta?.n_ctx ?? context_length ?? meta?.n_ctx_train ?? null,
    ...(trained ? { trained } : {}),
  }));
}
