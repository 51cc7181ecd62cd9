/** Characters of a piece of a trace in a fact. More is nothing to read, and would make the log too long for a file. */
const longest = 200;

/** A fact whose texts are not longer than a person reads: what a model wrote may be of any length. */
export function clipped<Fact>(fact: Fact): Fact {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the same shape, its texts shorter
  return clip(fact) as Fact;
}

function clip(value: unknown): unknown {
  if (typeof value === 'string') return value.length <= longest ? value : `${value.slice(0, longest - 1)}…`;
  if (Array.isArray(value)) return value.map(clip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, clip(part)]));
}
