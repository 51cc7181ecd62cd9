/** A name beside the end of a line. */
export interface EndLabel {
  readonly key: string;
  /** Where its line ends. */
  readonly wished: number;
  /** Where it stands. */
  readonly y: number;
}

/** So far a label stays where it was while its line moves a little. */
const rest = 5;

/**
 * Places names in the order of their lines so that none covers another, each as near to the end of its line as can be. One that
 * still fits where it stood stays there.
 *
 * @param gap from the middle of a name to the next.
 */
export function placeEndLabels(
  ends: readonly { readonly key: string; readonly y: number }[],
  gap: number,
  top: number,
  bottom: number,
  before: ReadonlyMap<string, number> = new Map(),
): readonly EndLabel[] {
  const wished = ends
    .map(({ key, y }) => {
      const stood = before.get(key);
      return { key, y, at: stood !== undefined && Math.abs(stood - y) <= rest ? stood : y };
    })
    .toSorted((a, b) => a.at - b.at || a.y - b.y || (a.key < b.key ? -1 : 1));
  // Down from the top, then up from the bottom: each only as far as it must.
  const down: number[] = [];
  for (const [index, { at }] of wished.entries())
    down.push(Math.max(at, top, (down[index - 1] ?? -Infinity) + gap));
  let floor = bottom + gap;
  const places = [...down];
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index] ?? floor, floor - gap);
    floor = places[index] ?? floor;
  }
  return wished.map(({ key, y }, index) => ({ key, wished: y, y: places[index] ?? y }));
}
