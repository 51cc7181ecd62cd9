import type { LoggedToken } from '#run/events.ts';
import { percent, probability } from '../probability.ts';

/** A token's text with what cannot be seen made visible: a space at its edge as ␣, a newline as ⏎. */
export function visibleText(text: string): string {
  return text
    .replaceAll(/\r?\n/g, '⏎')
    .replaceAll('\t', '⇥')
    .replace(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length));
}

/** The same, to be heard. */
function spokenText(text: string): string {
  const seen = text.trim();
  if (seen !== '') return seen;
  return text.includes('\n') ? 'new line' : text === '' ? 'nothing' : 'space';
}

/** A token in words, for those who hear the page. */
export function tokenLabel(token: LoggedToken): string {
  const parts = [`Token ${spokenText(token.text)}`];
  if (token.role === 'wait') parts.push('a pause to think again');
  if (token.forced) parts.push('forced by the strategy');
  if (token.logprob !== null) parts.push(`probability ${percent(probability(token.logprob))}`);
  return parts.join(', ');
}
