import * as v from 'valibot';

/** What a server's reply holds, as far as it is read: fields of OpenAI's interface, and the few that others add. */

const most = { choices: 256, tokens: 20_000, likely: 64, text: 2_000_000, token: 4_000 } as const;

const text = v.pipe(v.string(), v.maxLength(most.text));
const tokenText = v.pipe(v.string(), v.maxLength(most.token));
const logprob = v.number();
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));
const list = <const Item extends v.GenericSchema>(item: Item, length: number) =>
  v.pipe(v.array(item), v.maxLength(length));

const chatToken = { token: tokenText, logprob };
const said = v.object({
  content: v.nullish(text),
  /** DeepSeek's, vLLM's, SGLang's and llama.cpp's name for it; `reasoning` is OpenRouter's, Ollama's and of newer vLLM. */
  reasoning_content: v.nullish(text),
  reasoning: v.nullish(text),
});

/** The `logprobs` of a text completion: lists side by side. */
const completionLogprobs = v.object({
  tokens: list(tokenText, most.tokens),
  token_logprobs: list(v.nullable(logprob), most.tokens),
  top_logprobs: v.nullish(list(v.nullable(v.record(tokenText, logprob)), most.tokens)),
});
/** And of a chat: a list of tokens. llama.cpp's text completions have this one too. */
const chatLogprobs = v.object({
  content: v.nullable(
    list(
      v.object({ ...chatToken, top_logprobs: v.nullish(list(v.object(chatToken), most.likely)) }),
      most.tokens,
    ),
  ),
});

const choiceSchema = v.object({
  index: v.nullish(count),
  text: v.nullish(text),
  delta: v.nullish(said),
  message: v.nullish(said),
  logprobs: v.nullish(v.union([completionLogprobs, chatLogprobs])),
  finish_reason: v.nullish(v.string()),
});
export type ReplyChoice = v.InferOutput<typeof choiceSchema>;

const usageSchema = v.object({
  prompt_tokens: count,
  completion_tokens: v.nullish(count, 0),
  prompt_tokens_details: v.nullish(v.object({ cached_tokens: v.nullish(count) })),
});
export type ReplyUsage = v.InferOutput<typeof usageSchema>;

export const replySchema = v.object({
  choices: list(choiceSchema, most.choices),
  usage: v.nullish(usageSchema),
});
export type ServerReply = v.InferOutput<typeof replySchema>;

/** A token as a server names it, with how likely it was and what else was. */
export interface NamedToken {
  readonly text: string;
  readonly logprob: number | null;
  readonly likely: readonly { readonly text: string; readonly logprob: number }[];
}

/** The tokens of a choice; none where the server says nothing of them. */
export function namedTokens({ logprobs }: Pick<ReplyChoice, 'logprobs'>): readonly NamedToken[] {
  if (!logprobs) return [];
  if ('content' in logprobs)
    return (logprobs.content ?? []).map((one) => ({
      text: one.token,
      logprob: one.logprob,
      likely: (one.top_logprobs ?? []).map(({ token, logprob: of }) => ({ text: token, logprob: of })),
    }));
  return logprobs.tokens.map((token, at) => ({
    text: token,
    logprob: logprobs.token_logprobs[at] ?? null,
    likely: Object.entries(logprobs.top_logprobs?.[at] ?? {})
      .map(([of, value]) => ({ text: of, logprob: value }))
      .toSorted((a, b) => b.logprob - a.logprob),
  }));
}

/** What a choice says: its thought, where that has a field of its own, and its text. */
export function saidBy({ text: plain, delta, message }: ReplyChoice): {
  readonly thought: string;
  readonly text: string;
} {
  const parts = delta ?? message;
  return {
    thought: parts?.reasoning_content ?? parts?.reasoning ?? '',
    text: plain ?? parts?.content ?? '',
  };
}
