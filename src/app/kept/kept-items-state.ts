import type { Failure } from '#run/failure.ts';

/** What the Lab keeps and lists: a sweep, a training. */
export interface KeptItem {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** The browser keeps nothing: it is there as long as the page is. */
  readonly fleeting: boolean;
}

/** Why an item is not at hand, or does not go on. */
export type KeptTrouble =
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** It goes on in another tab. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'gone' };

export interface KeptItemsState<Item extends KeptItem, Loaded> {
  /** Whether the browser keeps items; null until that is known. */
  readonly keeps: boolean | null;
  /** The latest first; null until read. */
  readonly list: readonly Item[] | null;
  /** All of those that were looked at. */
  readonly loaded: ReadonlyMap<string, Loaded>;
  readonly trouble: ReadonlyMap<string, KeptTrouble>;
  /** Just removed, and still to be had back. */
  readonly removed: Item | null;
  /** The one that goes on in this tab. */
  readonly going: { readonly id: string } | null;
}

export const noKeptItems = {
  keeps: null,
  list: null,
  loaded: new Map<string, never>(),
  trouble: new Map<string, KeptTrouble>(),
  removed: null,
  going: null,
} satisfies KeptItemsState<never, never>;

/** Puts an item of the list in its new state, or at its head where it is new. */
export function listedAs<Item extends KeptItem>(list: readonly Item[] | null, one: Item): readonly Item[] {
  const others = list ?? [];
  return others.some(({ id }) => id === one.id)
    ? others.map((before) => (before.id === one.id ? one : before))
    : [one, ...others];
}

/** A map with one more entry, or without one. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | null,
): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

export const latestFirst = <Item extends KeptItem>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => b.changed - a.changed);
