import { randomUUID } from 'node:crypto';
import type { LanguageModel } from '#policy/language-model.ts';
import { serve } from '#words/en/serve.ts';
import { type ApiReply, jsonReply } from './api.ts';
import { ApiError } from './errors.ts';
import { completionLogprobs } from './logprobs.ts';
import { joinPieces, UsageCount } from './join-pieces.ts';
import { piecesOf, type PieceShape, type PromptToSample, type ServedPiece } from './pieces.ts';
import { promptsOf, readPrompt } from './prompts.ts';
import { samplingOf } from './sampling.ts';
import type { CompletionRequest } from './schemas.ts';
import { streamReply } from './sse.ts';

/**
 * `POST /v1/completions`: goes on from a text or token ids. A completion i of a prompt draws what the page's model draws under this
 * seed with index i.
 *
 * @param begin the text of the token that all prompts of the model begin with.
 */
export async function completionReply(
  model: LanguageModel,
  request: CompletionRequest,
  begin: string,
  signal: AbortSignal,
): Promise<ApiReply> {
  if (request.best_of !== undefined && request.best_of !== null)
    throw new ApiError(serve.noBestOf, { param: 'best_of', code: 'unsupported_parameter' });
  const prompts = promptsOf(model, request, begin);
  const options = samplingOf(request, { maxTokens: request.max_tokens, alternatives: request.logprobs ?? 0 });
  const usage = new UsageCount(prompts.reduce((sum, { tokens }) => sum + tokens.length, 0));
  const end = model.info.thinking?.endOfText;
  const shape: PieceShape = {
    n: request.n,
    stops: request.stop,
    keepStop: request.include_stop_str_in_output,
    continues: true,
    partOf: ({ role, text }) => (role === 'control' && text === end ? null : 'answer'),
  };
  const { echo } = request;
  const toSample = await Promise.all(
    prompts.map(async ({ tokens, text }): Promise<PromptToSample> => ({
      prefix: tokens,
      options,
      echo: echo ? text : '',
      echoed: echo ? await readPrompt(model, tokens, options.alternatives, signal) : [],
    })),
  );
  const pieces = piecesOf(model, toSample, shape, signal);

  const head = {
    id: `cmpl-${randomUUID()}`,
    object: 'text_completion',
    created: Math.floor(Date.now() / 1000),
    model: request.model,
  };
  if (request.stream) return streamReply(completionEvents(pieces, request, head, usage));
  const choices = await joinPieces(pieces, usage);
  return jsonReply({
    ...head,
    choices: choices.map(({ answer, ...choice }) => choiceOf(request, { ...choice, text: answer })),
    usage: usage.shown,
  });
}

async function* completionEvents(
  pieces: AsyncIterable<ServedPiece>,
  request: CompletionRequest,
  head: object,
  usage: UsageCount,
): AsyncGenerator {
  const counts = request.stream_options?.include_usage === true;
  for await (const piece of pieces) {
    usage.add(piece.tokens);
    yield { ...head, choices: [choiceOf(request, piece)], ...(counts ? { usage: null } : {}) };
  }
  if (counts) yield { ...head, choices: [], usage: usage.shown };
}

function choiceOf(request: CompletionRequest, { choice, text, tokens, finish }: Omit<ServedPiece, 'part'>) {
  const names = request.return_tokens_as_token_ids ? 'ids' : 'texts';
  return {
    index: choice,
    text,
    logprobs: typeof request.logprobs === 'number' ? completionLogprobs(tokens, names) : null,
    finish_reason: finish,
    ...(request.return_token_ids ? { token_ids: tokens.map(({ token }) => token.id) } : {}),
  };
}
