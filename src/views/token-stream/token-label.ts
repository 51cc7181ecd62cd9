import type { LoggedToken } from '../../run/events.ts';
import { percent, probability } from '../probability.ts';

/** A token in words, for those who hear the page. */
export function tokenLabel(token: LoggedToken): string {
  const parts = [`Token ${token.text}`];
  if (token.role === 'wait') parts.push('a pause to think again');
  if (token.forced) parts.push('forced by the strategy');
  if (token.logprob !== null) parts.push(`probability ${percent(probability(token.logprob))}`);
  return parts.join(', ');
}
