import type { MomentStep } from '#experiment/moment.ts';
import type { LogEntry } from './events.ts';

/** Where two runs part. */
export interface Parting {
  readonly step: MomentStep;
  /** The token's text there. */
  readonly wrote: string;
  /** The other's in its place; null where its trace ended before, or there is none. */
  readonly other: string | null;
}

/**
 * The first token of a run that another run, of the same problem and seed, does not have in its place: the earliest sequence in
 * which they differ, and there the earliest token. Null where one has all that the other has, as where they differ in the choice
 * alone.
 */
export function whereTheyPart(log: readonly LogEntry[], other: readonly LogEntry[]): Parting | null {
  const [mine, theirs] = [textsOf(log), textsOf(other)];
  for (const [sequence, texts] of [...mine].toSorted(([a], [b]) => a - b)) {
    const there = theirs.get(sequence) ?? [];
    const at = texts.findIndex((text, index) => text !== there[index]);
    const wrote = texts[at];
    if (wrote !== undefined)
      return { step: { at: 'token', sequence, tokens: at + 1 }, wrote, other: there[at] ?? null };
  }
  return null;
}

/** What each sequence wrote, token by token. */
function textsOf(log: readonly LogEntry[]): ReadonlyMap<number, readonly string[]> {
  const texts = new Map<number, string[]>();
  for (const { event } of log) {
    if (event.type !== 'token') continue;
    const own = texts.get(event.sequence);
    if (own) own.push(event.token.text);
    else texts.set(event.sequence, [event.token.text]);
  }
  return texts;
}
