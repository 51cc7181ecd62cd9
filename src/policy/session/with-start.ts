import type { LoggedToken } from '#run/events.ts';
import type { LanguageModel, PromptStyle, TokenId } from '../language-model.ts';
import { PolicyError } from '../policy-error.ts';

export interface StartedModel {
  /** The same model, whose prompts for thinking end with the thought that was begun. */
  readonly model: LanguageModel;
  /** The thought that was begun, as a trace would have it. */
  readonly start: readonly LoggedToken[];
}

/**
 * Lets every trace that thinks go on from a thought that a person began. Prompts for an answer without thinking, and
 * questions about a trace, stay as they are.
 *
 * @param text the thought as a person reads it.
 * @throws PolicyError `unknown-token` where the model cannot spell the text, `unsupported` where it is more than a thought.
 */
export function withStart(model: LanguageModel, text: string): StartedModel {
  const ids = model.encode(text);
  // Described as a thought: the tag that opens one goes before it.
  const opening = model.info.thinking ? model.encode(model.info.thinking.open) : [];
  const start = model
    .describe([...opening, ...ids])
    .slice(opening.length)
    .map(asThought);
  const { thinking } = model.info;
  const tag = start.find(
    (token) =>
      token.role === 'control' || token.text === thinking?.close || token.text === thinking?.endOfText,
  );
  if (tag) {
    throw new PolicyError({ code: 'unsupported', why: { kind: 'start-with-tag', tag: tag.text } });
  }
  const started: LanguageModel = {
    info: model.info,
    prompt: (problem, style) => [...model.prompt(problem, style), ...(thinks(style) ? ids : [])],
    encode: (words) => model.encode(words),
    decode: (tokens) => model.decode(tokens),
    describe: (tokens) => model.describe(tokens),
    sample: (prefix, options, signal) => model.sample(prefix, options, signal),
    score: (prefix, continuation, signal) => model.score(prefix, continuation, signal),
    evaluate: (prefixes, signal) => model.evaluate(prefixes, signal),
    usage: () => model.usage(),
    close: () => model.close(),
  };
  return { model: started, start };
}

/** Whether a trace goes on from a prompt of this style, and thinks. */
function thinks({ kind }: PromptStyle): boolean {
  switch (kind) {
    case 'think':
    case 'steps':
    case 'few-shot':
      return true;
    case 'answer-only':
    case 'ask':
    case 'judge':
    case 'value':
      return false;
  }
}

/** A model that does not mark its thinking describes it as prompt or answer. A person put it there, so it is forced. */
function asThought(token: LoggedToken): LoggedToken {
  return {
    ...token,
    role: token.role === 'control' || token.role === 'wait' ? token.role : 'thought',
    forced: true,
  };
}

/** A prompt cut before the thought that was begun; null where it does not end with it. */
export function promptBefore(
  prompt: readonly TokenId[],
  start: readonly LoggedToken[],
): readonly TokenId[] | null {
  const at = prompt.length - start.length;
  return at >= 0 && start.every(({ id }, place) => prompt[at + place] === id) ? prompt.slice(0, at) : null;
}
