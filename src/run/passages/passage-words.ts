import { chinesePassageWords } from './chinese-words.ts';
import { englishPassageWords } from './english-words.ts';
import type { KindWords } from './kind-words.ts';

/** By kind, in the order in which a kind is looked for. */
export const passageWords: readonly KindWords[] = englishPassageWords.map(({ kind, opens, holds }) => {
  const also = chinesePassageWords.find((words) => words.kind === kind);
  return { kind, opens: [...opens, ...(also?.opens ?? [])], holds: [...holds, ...(also?.holds ?? [])] };
});
