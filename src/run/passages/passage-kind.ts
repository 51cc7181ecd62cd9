import type { PassageKind } from './passage-kinds.ts';
import { passageWords } from './passage-words.ts';

/** An equation, or numbers with an operator between them, also in words. */
const sum = /[=≈≤≥＝]|\d\s*[-+*/×÷−＋－]\s*\d|\d\s*(?:加|减|減|乘|除)以?上?\s*\d|等[于於]\s*-?\d/;

/** Chinese “so”, which leads to a result or to the answer: which, the rest of it tells. */
const so = /^(?:所以|于是|於是)/;

/** What stands before the words that tell: “so”, “but”, “well”. */
const before = /^(?:(?:所以|于是|於是|那么|那麼|但是|但|不过|不過|而且|嗯+|哦+|啊|呃)[，,、。…\s]*)+/;

/**
 * What a passage does, by its words alone: how it opens, then what it holds, each kind in the order of the word list; a plan that
 * works something out is a computation. English and Chinese words are known. Nobody judged it: a model's doubt that is put otherwise is not found.
 */
export function passageKind(text: string): PassageKind {
  const said = text.trim().toLowerCase().replaceAll('’', "'");
  const plain = said.replace(before, '');
  const opened = passageWords.find(({ opens }) => opens.some((words) => plain.startsWith(words)))?.kind;
  if (opened && opened !== 'plan') return opened;
  const held = passageWords.find(({ holds }) => holds.some((words) => plain.includes(words)))?.kind;
  if (held) return held;
  if (sum.test(plain)) return 'compute';
  return opened ?? (so.test(said) ? 'conclude' : 'rest');
}
