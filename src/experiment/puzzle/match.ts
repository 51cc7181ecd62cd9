import { isKeyOf } from '../keys-of.ts';
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
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each slot of this form was read just now
    if (misfit < 0) return distinct(said as Said<P>);
    if (misfit > furthest) [furthest, expected] = [misfit, new Map()];
    const part = parts[misfit];
    if (misfit !== furthest || part === undefined) continue;
    const slot = slotOf(part);
    const fitting: readonly Expected[] = slot ? slots[slot].expects : [{ what: 'word', word: part }];
    for (const one of fitting) expected.set(JSON.stringify(one), one);
  }
  throw new Misread({
    why: 'unknown-word',
    word: words[furthest] ?? '',
    expected: [...expected.values()],
  });
}

function slotOf(part: string): keyof typeof slots | null {
  const name = part.slice(1, -1);
  return part.startsWith('{') && isKeyOf(slots, name) ? name : null;
}

const peopleSlots: ReadonlySet<string> = new Set(['who', 'whom', 'third']);

/** Nobody stands in a sentence twice. */
function distinct<T extends object>(said: T): T {
  const people = Object.entries(said).flatMap(([slot, value]) => (peopleSlots.has(slot) ? [value] : []));
  const twice = people.find((one, at) => people.indexOf(one) !== at);
  if (twice !== undefined) throw new Misread({ why: 'named-twice', name: String(twice) });
  return said;
}
