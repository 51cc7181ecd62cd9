import type { LoggedToken } from '#run/events.ts';
import { tokens } from '#words/en/tokens.ts';
import { probability } from '../probability.ts';

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
  if (text === '') return tokens.nothing;
  return text.includes('\n') ? tokens.newLine : tokens.space;
}

/** A token in words, for those who hear the page. */
export function tokenLabel({ text, role, forced, logprob }: LoggedToken): string {
  return tokens.spoken({
    text: spokenText(text),
    wait: role === 'wait',
    forced,
    likely: logprob === null ? null : probability(logprob),
  });
}
