import * as fc from 'fast-check';

/** Told by `npm run fuzz`; without it a fuzz test is a quick property test. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const seed = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };

/**
 * Looks for a case in which something does not hold: a few hundred of them, or as many as come in the time that was given.
 * @param name is told with how many there were.
 * @param found cases in which it once did not hold: these are looked at first.
 */
export async function fuzz<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  holds: (one: Case) => void | Promise<void>,
  { found = [], quick = 300 }: { readonly found?: readonly Case[]; readonly quick?: number } = {},
): Promise<void> {
  let count = 0;
  const property = fc.asyncProperty(cases, async (one) => {
    count += 1;
    await holds(one);
  });
  await fc.assert(property, {
    ...seed,
    examples: found.map((one) => [one]),
    ...(seconds > 0
      ? { numRuns: 1e9, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false }
      : { numRuns: quick }),
  });
  if (seconds > 0) console.log(`${name}: ${new Intl.NumberFormat('en').format(count)} cases`);
}
