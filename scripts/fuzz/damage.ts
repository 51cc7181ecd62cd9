import * as fc from 'fast-check';

/** What readers trip over: ends of strings, numbers past what they hold, names that objects have already, halves of characters. */
const nasty = [
  '',
  '\u0000',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\r',
  '-',
  '1e999',
  '-0',
  '9007199254740993',
  'null',
  'true',
  'NaN',
  '__proto__',
  'constructor',
  'length',
  '\ud800',
  '\ufeff',
  '\u2028',
  '<script>',
  '%00',
  '.',
  '#',
];

/** Something in place of a part of a text: nothing, a nasty piece, the part twice, a part of elsewhere. */
const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  by: fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 6 })),
  twice: fc.boolean(),
});

/** What happens to a text: up to four places are not as they were. */
export const anyDamage: fc.Arbitrary<(text: string) => string> = fc.array(cut, { maxLength: 4 }).map(
  (cuts) => (good: string) =>
    cuts.reduce((text, { at, length, by, twice }) => {
      const from = Math.floor(at * text.length);
      const part = text.slice(from, from + length);
      return `${text.slice(0, from)}${twice ? part + part : by}${text.slice(from + length)}`;
    }, good),
);

export const damaged = (good: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(good, anyDamage).map(([text, damage]) => damage(text));

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER, '', [], {}, [[]]),
  fc.constantFrom(...nasty),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value that was good, with odd values in up to three places: as JSON, so that it is what a file can hold. */
export const damagedJson = (good: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(good, fc.array(fc.tuple(fc.nat(), oddValue), { minLength: 1, maxLength: 3 }))
    .map(([value, odd]) => JSON.stringify(odd.reduce((now, [place, by]) => withOdd(now, place, by), value)));

/** The value with another in one of its places, counted through. */
function withOdd(value: unknown, place: number, by: unknown): unknown {
  const places = placesIn(value);
  let left = place % places;
  const walk = (one: unknown): unknown => {
    left -= 1;
    if (left === -1) return by;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, walk(part)]));
    return one;
  };
  return walk(value);
}

function placesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + placesIn(part), 1);
}
