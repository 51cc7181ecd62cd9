/** A list with at least one item. */
export type NonEmpty<Item> = readonly [Item, ...Item[]];

export const isNonEmpty = <Item>(list: readonly Item[]): list is NonEmpty<Item> => list.length > 0;

/**
 * The value, which is there by what came before. Throws RangeError where it is not: then something in this program is wrong.
 *
 * @param what it is, in a word, for whoever looks for the mistake.
 */
export function surely<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new RangeError(`missing: ${what}`);
  return value;
}

/** The item at a place that the list has. Throws RangeError where it has not. */
export function itemAt<Item>(list: ArrayLike<Item>, place: number): Item {
  const item = list[place];
  if (item !== undefined) return item;
  throw new RangeError(`missing: item ${place} of ${list.length}`);
}

export const lastItem = <Item>(list: ArrayLike<Item>): Item => itemAt(list, list.length - 1);

/** Items of two lists that belong together, place by place. Throws RangeError where the second is shorter. */
export function paired<First, Second>(
  first: readonly First[],
  second: readonly Second[],
): readonly (readonly [First, Second])[] {
  return first.map((item, place) => [item, itemAt(second, place)]);
}
