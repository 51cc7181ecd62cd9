import type { LanguageModel, PromptStyle, TokenId } from '#policy/language-model.ts';
import { serve } from '#words/en/serve.ts';
import { ApiError } from './errors.ts';
import { readWords } from './read-words.ts';
import type { ConversationRequest } from './schemas.ts';

/**
 * The tokens of a conversation: the last message of the user in the model's own template, and behind it the reply where one was
 * begun and is to go on (`continue_final_message`, as in vLLM). Throws ApiError or UsageError.
 */
export function conversationPrompt(model: LanguageModel, request: ConversationRequest): readonly TokenId[] {
  const { messages, continue_final_message: goesOn } = request;
  const asked = messages.findLast(({ role }) => role === 'user');
  if (!asked) throw new ApiError(serve.noUserMessage, { param: 'messages', code: 'invalid_value' });
  const prompt = model.info.capabilities.instructions
    ? model.prompt({ family: 'question', text: asked.content }, styleOf(request))
    : ownPrompt(model, asked.content, request);
  const last = messages.at(-1);
  if (!goesOn || last?.role !== 'assistant') return prompt;
  const { thinking } = model.info;
  const opened = thinking && model.decode(prompt).trimEnd().endsWith(thinking.open);
  const begun =
    opened && last.content.startsWith(thinking.open)
      ? last.content.slice(thinking.open.length)
      : last.content;
  return [...prompt, ...model.encode(begun)];
}

function ownPrompt(model: LanguageModel, words: string, request: ConversationRequest): readonly TokenId[] {
  const { problem, style } = readWords(model, words);
  return model.prompt(problem, style ?? styleOf(request));
}

function styleOf({ reasoning_effort, chat_template_kwargs }: ConversationRequest): PromptStyle {
  if (chat_template_kwargs?.enable_thinking === false || reasoning_effort === 'none')
    return { kind: 'answer-only' };
  const high = reasoning_effort === 'high' || reasoning_effort === 'medium';
  return { kind: 'think', effort: high ? 'high' : 'low' };
}
