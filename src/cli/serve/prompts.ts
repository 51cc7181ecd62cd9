import type { LanguageModel, TokenId } from '#policy/language-model.ts';
import type { LoggedToken } from '#run/token.ts';
import { GrowingText } from './growing-text.ts';
import type { TokenAt } from './pieces.ts';
import type { CompletionRequest } from './schemas.ts';

/** A prompt of a text completion. */
export interface TextPrompt {
  readonly tokens: readonly TokenId[];
  /** As it was sent, or the text of its tokens. */
  readonly text: string;
}

/** @param begin the text of the token that all prompts of the model begin with: put before a text that lacks it, as vLLM does. */
export function promptsOf(
  model: LanguageModel,
  { prompt, add_special_tokens }: CompletionRequest,
  begin: string,
): readonly TextPrompt[] {
  const ofText = (text: string): TextPrompt => {
    const begun = !add_special_tokens || text.trimStart().startsWith(begin);
    return { tokens: model.encode(begun ? text : `${begin} ${text}`), text };
  };
  const ofTokens = (tokens: readonly TokenId[]): TextPrompt => ({ tokens, text: model.decode(tokens) });
  if (typeof prompt === 'string') return [ofText(prompt)];
  const several: TextPrompt[] = [];
  const alone: TokenId[] = [];
  for (const one of prompt) {
    if (typeof one === 'number') alone.push(one);
    else several.push(typeof one === 'string' ? ofText(one) : ofTokens(one));
  }
  return alone.length > 0 ? [ofTokens(alone)] : several;
}

/** The tokens of an echoed prompt, each but the first with how likely it was after those before it. */
export async function readPrompt(
  model: LanguageModel,
  tokens: readonly TokenId[],
  alternatives: number,
  signal: AbortSignal,
): Promise<readonly TokenAt[]> {
  const read: LoggedToken[] = model.describe(tokens.slice(0, 1)).map((first) => ({ ...first, forced: true }));
  const given = {
    temperature: 1,
    topK: 0,
    topP: 1,
    minP: 0,
    seed: 0,
    maxTokens: 0,
    forced: tokens.slice(1),
    alternatives,
  };
  for await (const event of model.sample(tokens.slice(0, 1), given, signal))
    if (event.type === 'token') read.push(event.token);
  const text = new GrowingText({ stops: [], keepStop: true, continues: false });
  return read.map((token, at): TokenAt => {
    text.add(token);
    return { token, offset: text.lastStart, ...(at === 0 ? { first: true } : {}) };
  });
}
