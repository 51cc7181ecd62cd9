import { randomUUID } from 'node:crypto';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LoggedToken } from '#run/token.ts';
import { serve } from '#words/en/serve.ts';
import { type ApiReply, jsonReply } from './api.ts';
import { conversationPrompt } from './conversation-prompt.ts';
import { ApiError } from './errors.ts';
import { joinPieces, UsageCount } from './join-pieces.ts';
import { chatLogprobs } from './logprobs.ts';
import { piecesOf, type TextPart, type ServedPiece, type TokenAt } from './pieces.ts';
import { samplingOf } from './sampling.ts';
import type { ChatRequest } from './schemas.ts';
import { streamReply } from './sse.ts';

/**
 * `POST /v1/chat/completions`: the last message of the user is a problem as people type it or as this project's prompts put it, and
 * is put into the model's own template. What it thinks is `reasoning_content`, as in vLLM and SGLang, and what it answers `content`.
 */
export async function chatReply(
  model: LanguageModel,
  request: ChatRequest,
  signal: AbortSignal,
): Promise<ApiReply> {
  if (typeof request.top_logprobs === 'number' && !request.logprobs)
    throw new ApiError(serve.topNeedsLogprobs, { param: 'top_logprobs', code: 'invalid_value' });
  const prefix = conversationPrompt(model, request);
  const options = samplingOf(request, {
    maxTokens: request.max_completion_tokens ?? request.max_tokens ?? model.info.context,
    alternatives: request.logprobs ? (request.top_logprobs ?? 0) : 0,
  });
  const pieces = piecesOf(
    model,
    [{ prefix, options, echo: '', echoed: [] }],
    {
      n: request.n,
      stops: request.stop,
      keepStop: request.include_stop_str_in_output,
      continues: request.continue_final_message,
      partOf,
    },
    signal,
  );
  const usage = new UsageCount(prefix.length);
  const head = {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: request.model,
  };
  if (request.stream)
    return streamReply(chatEvents(pieces, request, { ...head, object: 'chat.completion.chunk' }, usage));
  const choices = await joinPieces(pieces, usage);
  return jsonReply({
    ...head,
    object: 'chat.completion',
    choices: choices.map(({ choice, thought, answer, tokens, finish }) => ({
      index: choice,
      message: { role: 'assistant', content: answer, reasoning_content: thought === '' ? null : thought },
      ...besideText(request, tokens),
      finish_reason: finish,
    })),
    usage: usage.shown,
  });
}

async function* chatEvents(
  pieces: AsyncIterable<ServedPiece>,
  request: ChatRequest,
  head: object,
  usage: UsageCount,
): AsyncGenerator {
  const counts = request.stream_options?.include_usage === true;
  const begun = new Set<number>();
  for await (const { choice, part, text, tokens, finish } of pieces) {
    usage.add(tokens);
    const role = begun.has(choice) ? {} : { role: 'assistant' };
    begun.add(choice);
    const delta = { ...role, ...(text === '' ? {} : { [fieldOf[part]]: text }) };
    yield {
      ...head,
      choices: [{ index: choice, delta, ...besideText(request, tokens), finish_reason: finish }],
      ...(counts ? { usage: null } : {}),
    };
  }
  if (counts) yield { ...head, choices: [], usage: usage.shown };
}

const fieldOf = { thought: 'reasoning_content', answer: 'content' } satisfies Record<TextPart, string>;

function besideText(request: ChatRequest, tokens: readonly TokenAt[]) {
  const names = request.return_tokens_as_token_ids ? 'ids' : 'texts';
  return {
    logprobs: request.logprobs ? chatLogprobs(tokens, names) : null,
    ...(request.return_token_ids ? { token_ids: tokens.map(({ token }) => token.id) } : {}),
  };
}

/** Tags and the end of text are in neither. */
function partOf({ role }: LoggedToken): TextPart | null {
  switch (role) {
    case 'thought':
    case 'wait':
      return 'thought';
    case 'answer':
      return 'answer';
    case 'control':
    case 'prompt':
      return null;
  }
}
