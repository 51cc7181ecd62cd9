import { namedTokens, type ServerReply } from './reply-schema.ts';
import type { ServerAbilities } from './server.ts';
import type { ServerRequest } from './server-connection.ts';
import type { ServerModel } from './server-model.ts';

/** The prompt back with the log-probabilities of its tokens, and nothing drawn: `echo`, of OpenAI's text completions and vLLM's. */
export function scoringRequest(
  { name }: ServerModel,
  { template }: Pick<ServerAbilities, 'template'>,
  text: string,
): ServerRequest {
  return {
    path: '/completions',
    model: name,
    body: {
      model: name,
      prompt: text,
      max_tokens: 0,
      temperature: 0,
      echo: true,
      logprobs: 1,
      ...(template === 'tokenize' ? { add_special_tokens: false } : {}),
    },
  };
}

/**
 * Log-probabilities of the texts that the prompt ends with: each the sum of its tokens'. Tokens are matched from the end, white space
 * aside, as servers name them without it; a token that two texts share counts for the earlier one. Null where they do not make up
 * the texts.
 */
export function scoresOf(
  { choices: [choice] }: ServerReply,
  texts: readonly string[],
): readonly number[] | null {
  if (!choice) return null;
  const ends: number[] = [];
  let wanted = '';
  for (const text of texts) {
    wanted += bare(text);
    ends.push(wanted.length);
  }
  const scores = texts.map(() => 0);
  let left = wanted;
  for (const { text, logprob } of namedTokens(choice).toReversed()) {
    if (left === '') break;
    const name = bare(text);
    // White space and the like between two words is the later one's.
    if (!left.endsWith(name) || logprob === null) return null;
    left = left.slice(0, left.length - name.length);
    const at = ends.findIndex((end) => left.length < end || (name === '' && left.length === end));
    scores[at] = (scores[at] ?? 0) + logprob;
  }
  return left === '' && wanted !== '' ? scores : null;
}

const bare = (text: string): string => text.replace(/\s+/g, '');
