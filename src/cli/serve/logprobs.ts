import type { LoggedToken, TokenAlternative } from '#run/token.ts';
import type { TokenAt } from './pieces.ts';

/** How tokens are named: by their plain text, without the space before it; or by their ids, which no two share. */
export type TokenNames = 'texts' | 'ids';

type Named = Pick<TokenAlternative, 'id' | 'text'>;

const nameOf = ({ id, text }: Named, names: TokenNames): string =>
  names === 'ids' ? `token_id:${id}` : text;

/** JSON has no minus infinity: what the interface says of a token that cannot be. */
const impossible = -9999;

const logprobOf = ({ logprob }: Pick<LoggedToken, 'logprob'>): number => logprob ?? impossible;

/**
 * The `logprobs` of a text completion. The likeliest tokens have the chosen one among them, always. The first token of a prompt has
 * none, as nothing stands before it.
 */
export function completionLogprobs(tokens: readonly TokenAt[], names: TokenNames) {
  return {
    tokens: tokens.map(({ token }) => nameOf(token, names)),
    token_logprobs: tokens.map(({ token, first }) => (first ? null : logprobOf(token))),
    top_logprobs: tokens.map(({ token, first }) => (first ? null : likeliest(token, names))),
    text_offset: tokens.map(({ offset }) => offset),
  };
}

/** By name; where two tokens have one name, the likelier. */
function likeliest(token: LoggedToken, names: TokenNames): Readonly<Record<string, number>> {
  const unlikelyFirst = [...token.alternatives].reverse().map((one) => [nameOf(one, names), one.logprob]);
  return Object.fromEntries([...unlikelyFirst, [nameOf(token, names), logprobOf(token)]]);
}

/** The `logprobs` of a chat completion. */
export function chatLogprobs(tokens: readonly TokenAt[], names: TokenNames) {
  const shown = (one: Named & Pick<LoggedToken, 'logprob'>) => {
    const token = nameOf(one, names);
    return { token, logprob: logprobOf(one), bytes: [...new TextEncoder().encode(one.text)] };
  };
  return {
    content: tokens.map(({ token }) => ({ ...shown(token), top_logprobs: token.alternatives.map(shown) })),
  };
}
