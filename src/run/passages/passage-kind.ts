import { passageWords } from './passage-words.ts';

/** What a passage of a thought does. `rest`: the rule knows none of its words. */
export const passageKinds = ['plan', 'compute', 'check', 'doubt', 'backtrack', 'conclude', 'rest'] as const;
export type PassageKind = (typeof passageKinds)[number];

/** An equation, or numbers with an operator between them. */
const sum = /[=≈≤≥]|\d\s*[-+*/×÷−]\s*\d/;

/**
 * What a passage does, by its words alone: how it opens, then what it holds, each kind in the order of the word list; a plan that
 * works something out is a computation. Nobody judged it: a model's doubt that is put otherwise is not found.
 */
export function passageKind(text: string): PassageKind {
  const plain = text.trim().toLowerCase().replaceAll('’', "'");
  const opened = passageWords.find(({ opens }) => opens.some((words) => plain.startsWith(words)))?.kind;
  if (opened && opened !== 'plan') return opened;
  const held = passageWords.find(({ holds }) => holds.some((words) => plain.includes(words)))?.kind;
  if (held) return held;
  if (sum.test(plain)) return 'compute';
  return opened ?? 'rest';
}
