import { control } from '#policy/embedded/vocabulary.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { serve } from '#words/en/serve.ts';
import { type ApiHandler, type ApiReply, type ApiRequest, jsonReply } from './api.ts';
import { chatReply } from './chat.ts';
import { conversationPrompt } from './conversation-prompt.ts';
import { completionReply } from './completions.ts';
import { ApiError, asApiError, errorReply, readBody } from './errors.ts';
import { chatSchema, completionSchema, conversationSchema } from './schemas.ts';
import type { ServedModels } from './served-models.ts';

/** The endpoints. Rejects only where whoever asked has hung up. */
export function createRoutes(models: ServedModels, created: number): ApiHandler {
  const answer = async ({ method, path, body, signal }: ApiRequest): Promise<ApiReply> => {
    const at = `${method} ${path}`;
    if (at === 'POST /v1/completions') {
      const request = readBody(completionSchema, body);
      return completionReply(await open(models, request.model), request, control.begin, signal);
    }
    if (at === 'POST /v1/chat/completions') {
      const request = readBody(chatSchema, body);
      return chatReply(await open(models, request.model), request, signal);
    }
    if (at === 'POST /apply-template') {
      const request = readBody(conversationSchema, body);
      const model = await open(models, request.model);
      return jsonReply({ prompt: model.decode(conversationPrompt(model, request)) });
    }
    if (at === 'GET /v1/models')
      return jsonReply({
        object: 'list',
        data: await Promise.all(models.ids.map((id) => modelCard(models, id, created))),
      });
    const [, named] = /^GET \/v1\/models\/([^/]+)$/.exec(at) ?? [];
    if (named !== undefined) return jsonReply(await modelCard(models, checked(models, named), created));
    throw new ApiError(serve.noRoute(at), { status: 404, code: 'unknown_url' });
  };
  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (request.signal.aborted) throw error;
      return errorReply(asApiError(error));
    }
  };
}

async function modelCard(models: ServedModels, id: string, created: number) {
  return {
    id,
    object: 'model',
    created,
    owned_by: 'second-thought',
    ...(await models.factsOf(id)),
  };
}

function open(models: ServedModels, id: string): Promise<LanguageModel> {
  return models.open(checked(models, id));
}

/** Throws ApiError where no such model is served. */
function checked({ ids }: ServedModels, id: string): string {
  if (ids.includes(id)) return id;
  throw new ApiError(serve.noModel({ model: id, models: ids.join(', ') }), {
    status: 404,
    param: 'model',
    code: 'model_not_found',
  });
}
