import { Misread } from './misread.ts';
import { type Expected, slots, type Patterns, type Said } from './patterns.ts';

/** The pattern that the words of a sentence fit. Throws Misread: the word that fits none, and what could stand in its place. */
export function matchSentence<P extends Patterns>(patterns: P, words: readonly string[]): Said<P> {
  let furthest = 0;
  let expected = new Map<string, Expected>();
  for (const [form, pattern] of Object.entries(patterns)) {
    const said: Record<string, unknown> = { form };
    const parts = pattern.split(' ');
    const misfit = parts.findIndex((part, at) => {
      const slot = slotOf(part);
      if (!slot) return part !== words[at];
      const value = slots[slot].read(words[at] ?? '');
      said[slot] = value;
      return value === undefined;
    });
    if (misfit < 0) return distinct(said as Said<P>);
    if (misfit > furthest) [furthest, expected] = [misfit, new Map()];
    const slot = slotOf(parts[misfit]!);
    if (misfit !== furthest) continue;
    const fitting: readonly Expected[] = slot
      ? slots[slot].expects
      : [{ what: 'word', word: parts[misfit]! }];
    for (const one of fitting) expected.set(JSON.stringify(one), one);
  }
  throw new Misread({
    why: 'unknown-word',
    word: words[furthest] ?? '',
    expected: [...expected.values()],
  });
}

function slotOf(part: string): keyof typeof slots | null {
  return part.startsWith('{') ? (part.slice(1, -1) as keyof typeof slots) : null;
}

/** Nobody stands in a sentence twice. */
function distinct<T extends object>(said: T): T {
  const people = ['who', 'whom', 'third'].flatMap((slot) => (slot in said ? [said[slot as keyof T]] : []));
  const twice = people.find((one, at) => people.indexOf(one) !== at);
  if (twice !== undefined) throw new Misread({ why: 'named-twice', name: String(twice) });
  return said;
}
