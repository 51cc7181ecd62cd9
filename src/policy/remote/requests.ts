import type { SampleOptions } from '../language-model.ts';
import type { Conversation } from './conversation.ts';
import { type ServerAbilities, usesCompletions } from './server.ts';
import type { ServerModel } from './server-model.ts';
import type { ServerRequest } from './server-connection.ts';

/** What one request asks for. */
export interface RequestedCompletions {
  readonly conversation: Conversation;
  /** The prompt as the server's template has it, without what the reply begins with; null where it is not known. */
  readonly rendered: string | null;
  readonly options: SampleOptions;
  readonly maxTokens: number;
  readonly n: number;
  /** Index of the first completion. */
  readonly index: number;
}

/** A request for completions, in the words of whichever interface serves. */
export function completionRequest(
  { name }: ServerModel,
  found: ServerAbilities,
  asked: RequestedCompletions,
): ServerRequest {
  const { options, maxTokens, n, index } = asked;
  const alternatives = Math.min(options.alternatives ?? 0, found.logprobs ?? 0);
  const completions = usesCompletions(found);
  const common = {
    model: name,
    temperature: options.temperature,
    top_p: options.topP,
    max_tokens: maxTokens,
    seed: seedOf(options.seed, (options.firstIndex ?? 0) + index),
    stream: true,
    stream_options: { include_usage: true },
    ...(n > 1 ? { n } : {}),
    ...(found.narrows && options.topK > 0 ? { top_k: options.topK } : {}),
    ...(found.narrows && options.minP > 0 ? { min_p: options.minP } : {}),
    ...(found.keepsStop && options.stop && options.stop.length > 0
      ? { stop: options.stop.slice(0, 4), include_stop_str_in_output: true }
      : {}),
  };
  return completions
    ? {
        path: '/completions',
        model: name,
        body: {
          ...common,
          prompt: promptText(asked),
          ...(found.logprobs === null ? {} : { logprobs: alternatives }),
          // The template has begun the text already.
          ...(found.template === 'tokenize' ? { add_special_tokens: false } : {}),
        },
      }
    : {
        path: '/chat/completions',
        model: name,
        body: {
          ...common,
          ...chatOf(asked.conversation, found),
          ...(found.logprobs === null ? {} : { logprobs: true, top_logprobs: alternatives }),
        },
      };
}

/** The text that a completion goes on from. */
export function promptText({
  conversation,
  rendered,
}: Pick<RequestedCompletions, 'conversation' | 'rendered'>): string {
  const { user, reply } = conversation;
  if (rendered === null) return `${user}\n\n${reply}`;
  const opened = /^<[^<>]{1,40}>|^\[[A-Z]{1,20}\]/.exec(reply)?.[0];
  // Some templates open the thought themselves.
  return opened !== undefined && rendered.trimEnd().endsWith(opened)
    ? rendered + reply.slice(opened.length).replace(/^\n/, '')
    : rendered + reply;
}

function chatOf(
  { user, thinks, reply }: Conversation,
  { continuesReply, thinkingSwitch }: ServerAbilities,
): object {
  const begun = continuesReply !== null && !isOpeningAlone(reply);
  return {
    messages: [{ role: 'user', content: user }, ...(begun ? [{ role: 'assistant', content: reply }] : [])],
    ...(begun && continuesReply === 'asked'
      ? { add_generation_prompt: false, continue_final_message: true }
      : {}),
    ...thinkingFields(thinks, thinkingSwitch),
  };
}

/** A model that is to think opens the thought itself; an empty reply is none. */
const isOpeningAlone = (reply: string): boolean =>
  reply.trim() === '' || /^\s*(?:<[^<>]{1,40}>|\[[A-Z]{1,20}\])\s*$/.test(reply);

/** How a request says whether the model is to think. */
export function thinkingFields(thinks: boolean, way: ServerAbilities['thinkingSwitch']): object {
  switch (way) {
    case null:
      return {};
    case 'template':
      return templateFields(thinks);
    case 'effort':
      return thinks ? {} : { reasoning_effort: 'none' };
  }
}

/** Qwen's name for it, and DeepSeek's. */
export const templateFields = (thinks: boolean): object => ({
  chat_template_kwargs: { enable_thinking: thinks, thinking: thinks },
});

/**
 * The seed of a completion: the run's own for the first of its first request, where that is a seed everywhere (31 bits); else one made
 * of both.
 */
export function seedOf(seed: number, index: number): number {
  if (index === 0 && seed < 2 ** 31) return seed;
  let h = Math.imul((seed >>> 0) ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ Math.floor(seed / 2 ** 32) ^ (h >>> 13), 0xc2b2ae35);
  h = Math.imul(h ^ index ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 1;
}
