import type { LoggedToken } from '#run/events.ts';
import type { LanguageModel, PromptStyle, TokenId } from '../language-model.ts';
import { delegatedTo } from '../model-parts.ts';
import { PolicyError } from '../policy-error.ts';

export interface StartedModel {
  /** The same model, with prompts for thinking that end with the started thought. */
  readonly model: LanguageModel;
  /** The tokens of the started thought, as in a trace. */
  readonly start: readonly LoggedToken[];
}

/**
 * Makes every thinking trace continue a thought that a person started. Prompts for an answer without thinking, and
 * questions about a trace, stay unchanged.
 *
 * @param text the thought as displayed.
 * @throws PolicyError `unknown-token` if the model cannot spell the text, `unsupported` if it is more than a thought.
 */
export function withStart(model: LanguageModel, text: string): StartedModel {
  const ids = model.encode(text);
  // The opening tag goes first, so that the tokens are described as a thought.
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
    ...delegatedTo(model),
    prompt: (problem, style) => [...model.prompt(problem, style), ...(thinks(style) ? ids : [])],
  };
  return { model: started, start };
}

/** True if a prompt of this style is continued by a thinking trace. */
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

/** Models without thinking tags describe it as prompt or answer, so the role is set here. It is forced: a person wrote it. */
function asThought(token: LoggedToken): LoggedToken {
  return {
    ...token,
    role: token.role === 'control' || token.role === 'wait' ? token.role : 'thought',
    forced: true,
  };
}

/** A prompt without the started thought at its end; null if it does not end with it. */
export function promptBefore(
  prompt: readonly TokenId[],
  start: readonly LoggedToken[],
): readonly TokenId[] | null {
  const at = prompt.length - start.length;
  return at >= 0 && start.every(({ id }, place) => prompt[at + place] === id) ? prompt.slice(0, at) : null;
}
