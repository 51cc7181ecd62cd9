import { finalAnswerBegin } from '#policy/prompts/answer.ts';
import type { ThinkingTags } from '#policy/language-model.ts';

/** A way to mark a thought. `open` may be one token, several, or plain text. */
interface Markup {
  readonly open: string;
  readonly close: string;
  /** What models that were trained on it write inside of either tag, and after the thought. */
  readonly inner: string;
  readonly after: string;
}

/** Known from the models' own chat templates. */
export const markups: readonly Markup[] = [
  /** DeepSeek-R1 (arXiv 2501.12948, table 1), its distilled models, Qwen3 (arXiv 2505.09388, section 4.3) and many after them. */
  { open: '<think>', close: '</think>', inner: '\n', after: '\n\n' },
  /** Magistral and Ministral 3 Reasoning (Mistral's system prompt for them). */
  { open: '[THINK]', close: '[/THINK]', inner: '', after: '' },
  /** OpenThinker and Sky-T1. */
  { open: '<|begin_of_thought|>', close: '<|end_of_thought|>', inner: '\n\n', after: '\n\n' },
];

/** How a model's reply begins, with a thought and without one. */
export interface ReplyBegins {
  /** The assistant's role and nothing else. */
  readonly header: string;
  /** Goes after the header where a thought is wanted; empty for a model without tags. */
  readonly thought: string;
  /** Goes after the header where none is wanted: an empty thought, as `enable_thinking=False` writes it. */
  readonly noThought: string;
  readonly tags?: Omit<ThinkingTags, 'endOfText'>;
  /** Its own system message tells it to think, so it is left out where it is not to. */
  readonly systemAsks: boolean;
}

/** What tells how a model thinks. */
export interface ThinkingClues {
  /** What a reply begins with by the chat config; some open the thought there, others leave that to the model. */
  readonly assistantBegin: string;
  readonly systemMessage: string;
  /** The Jinja template of the tokeniser's config, where it has one. */
  readonly jinja: string | null;
  /** Whether the tokeniser has a token for the whole text. */
  readonly isToken: (text: string) => boolean;
}

/**
 * A model thinks where its chat config or its Jinja template names a tag, and where there is no Jinja template, where its
 * tokeniser has tokens for both: some models without thoughts keep the tokens of a relative that thinks.
 */
export function replyBegins({ assistantBegin, systemMessage, jinja, isToken }: ThinkingClues): ReplyBegins {
  const named = (markup: Markup) =>
    [assistantBegin, systemMessage, jinja ?? ''].some(
      (text) => text.includes(markup.open) || text.includes(markup.close),
    );
  const markup =
    markups.find(named) ??
    (jinja === null ? markups.find(({ open, close }) => isToken(open) && isToken(close)) : undefined);
  if (!markup) return { header: assistantBegin, thought: '', noThought: '', systemAsks: false };
  const { open, close, inner, after } = markup;
  const opened = assistantBegin.indexOf(open);
  return {
    header: opened < 0 ? assistantBegin : assistantBegin.slice(0, opened),
    thought: open + inner,
    noThought: `${open}${inner}${inner}${close}${after}`,
    tags: { open, close, closing: `${inner}${close}${after}`, answerBegin: finalAnswerBegin },
    systemAsks: systemMessage.includes(open),
  };
}
