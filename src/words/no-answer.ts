import { cutTraces, whyNoAnswer } from '#run/no-answer.ts';
import type { RunState } from '#run/state.ts';
import { endings } from './en/endings.ts';
import { say } from './say.ts';

/** Why a run has no answer, in words that follow "No answer:", and what to do about it, as a sentence; null where it has one or goes on. */
export function noAnswerWords(state: RunState): { readonly why: string; readonly next: string } | null {
  const none = whyNoAnswer(state);
  return none && { why: say(endings.noAnswer, none.why), next: endings.next[none.next] };
}

/** `3 of 8 traces were cut at 200 tokens`; null where none was. */
export function cutTracesText(state: RunState): string | null {
  const cut = cutTraces(state);
  return cut && endings.cutTraces(cut);
}
