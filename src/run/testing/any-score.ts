import * as fc from 'fast-check';

/** Of a verifier. Most are shares; a head that was trained to something else may say anything. */
export const anyScore = fc
  .oneof(
    { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  )
  .map((value) => value + 0);
