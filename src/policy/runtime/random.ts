/** A stream of uniform random numbers. */
export interface RandomStream {
  /** The next number, in [0, 1), with 53 random bits. */
  next(): number;
}

/** A stream whose next numbers can be known before they are taken. */
export class ForeseenStream implements RandomStream {
  private foreseen: readonly number[] = [];

  constructor(private readonly stream: RandomStream) {}

  /** The number that `next` will give, after as many others. */
  foresee(after = 0): number {
    while (this.foreseen.length <= after) this.foreseen = [...this.foreseen, this.stream.next()];
    return this.foreseen[after] ?? NaN;
  }

  next(): number {
    const [first, ...others] = this.foreseen;
    if (first === undefined) return this.stream.next();
    this.foreseen = others;
    return first;
  }
}

/** MurmurHash3's 32-bit finaliser: a bijection in which every input bit reaches every output bit. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Rounds discarded after seeding, so that nearby seeds diverge (PractRand discards 12 to 15). */
const WARM_UP_ROUNDS = 15;

/**
 * The stream of completion `index` under `seed`, by sfc32 (Chris Doty-Humphrey, PractRand; public domain). Uses 32-bit
 * integer arithmetic only, so the numbers are the same on every machine. Each pair of a safe-integer seed and a 32-bit
 * index has its own starting state.
 */
export function randomStream(seed: number, index: number): RandomStream {
  let a = mix(seed);
  let b = mix(index ^ 0x9e3779b9);
  // The bits of the seed above the lowest 32.
  let c = mix(Math.floor(seed / 0x1_0000_0000) ^ 0x6a09e667);
  let counter = 1;

  const next32 = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next32();

  return {
    next: () => {
      const high = next32() >>> 5;
      const low = next32() >>> 6;
      return (high * 0x400_0000 + low) / 0x20_0000_0000_0000;
    },
  };
}
