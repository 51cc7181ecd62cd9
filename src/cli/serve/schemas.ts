import * as v from 'valibot';

/** What the interface's requests hold, as far as it is answered here. Fields that nobody knows are left out; null is as good as absent. */

const boundedNumber = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const yesOrNo = v.nullish(v.boolean(), false);
const tokenIds = v.array(wholeNumber(0, 0xffff_ffff));

/** More than any context that is served, so that whoever asks for a lot is not refused. */
const tokens = wholeNumber(0, 1_000_000);

const stopText = v.pipe(v.string(), v.minLength(1));

const samplingFields = {
  model: v.string(),
  n: v.nullish(wholeNumber(1, 128), 1),
  temperature: v.nullish(boundedNumber(0, 2), 1),
  top_p: v.nullish(v.pipe(v.number(), v.gtValue(0), v.maxValue(1)), 1),
  /** vLLM's: 0 and -1 keep all. */
  top_k: v.nullish(wholeNumber(-1, 1_000_000), 0),
  min_p: v.nullish(boundedNumber(0, 1), 0),
  seed: v.nullish(v.pipe(v.number(), v.safeInteger())),
  stop: v.nullish(
    v.union([
      v.pipe(
        stopText,
        v.transform((one) => [one]),
      ),
      v.pipe(v.array(stopText), v.maxLength(4)),
    ]),
    [],
  ),
  stream: yesOrNo,
  stream_options: v.nullish(v.object({ include_usage: yesOrNo })),
  /** vLLM's: the stop string stays in the text. */
  include_stop_str_in_output: yesOrNo,
  /** vLLM's: `token_ids` beside each text. */
  return_token_ids: yesOrNo,
  /** vLLM's: tokens are named `token_id:7`, so that no two have one name. */
  return_tokens_as_token_ids: yesOrNo,
};

const samplingSchema = v.object(samplingFields);
export type SamplingRequest = v.InferOutput<typeof samplingSchema>;

export const completionSchema = v.object({
  ...samplingFields,
  prompt: v.union([
    v.string(),
    v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(1024)),
    v.pipe(tokenIds, v.minLength(1)),
    v.pipe(v.array(tokenIds), v.minLength(1), v.maxLength(1024)),
  ]),
  max_tokens: v.nullish(tokens, 16),
  logprobs: v.nullish(wholeNumber(0, 5)),
  echo: yesOrNo,
  best_of: v.nullish(v.unknown()),
  /** vLLM's: a text that does not begin with the model's first token gets it put before. */
  add_special_tokens: v.nullish(v.boolean(), true),
});
export type CompletionRequest = v.InferOutput<typeof completionSchema>;

const messageText = v.union([
  v.string(),
  v.pipe(
    v.array(v.object({ type: v.literal('text'), text: v.string() })),
    v.transform((parts) => parts.map(({ text }) => text).join('')),
  ),
]);

const conversationFields = {
  messages: v.pipe(
    v.array(v.object({ role: v.string(), content: v.nullish(messageText, '') })),
    v.minLength(1),
  ),
  reasoning_effort: v.nullish(v.picklist(['none', 'minimal', 'low', 'medium', 'high'])),
  /** Qwen's switch, as vLLM and SGLang pass it on. */
  chat_template_kwargs: v.nullish(v.object({ enable_thinking: v.nullish(v.boolean(), true) })),
  /** vLLM's: the last message is the assistant's, and goes on. */
  continue_final_message: yesOrNo,
};

/** What llama.cpp's `/apply-template` is asked: what would the prompt be? */
export const conversationSchema = v.object({ model: v.string(), ...conversationFields });
export type ConversationRequest = Omit<v.InferOutput<typeof conversationSchema>, 'model'>;

export const chatSchema = v.object({
  ...samplingFields,
  ...conversationFields,
  max_tokens: v.nullish(tokens),
  max_completion_tokens: v.nullish(tokens),
  logprobs: yesOrNo,
  top_logprobs: v.nullish(wholeNumber(0, 20)),
});
export type ChatRequest = v.InferOutput<typeof chatSchema>;
