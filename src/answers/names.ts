import { names, type Name } from '#experiment/puzzle/words.ts';

/** The people named in an answer, in alphabetical order. */
export function namesIn(text: string): readonly Name[] {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  return names.filter((name) => words.has(name.toLowerCase()));
}

/** For display: `Ann, Bob and Cid`, or `nobody`. */
export function namesText(people: readonly string[]): string {
  if (people.length < 2) return people[0] ?? 'nobody';
  return `${people.slice(0, -1).join(', ')} and ${people.at(-1)}`;
}
