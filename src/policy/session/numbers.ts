/** Seeds further apart than this are seeds a person can type (32 bits). */
const seedStride = 0x1_0000_0000;

/** Hands out a run's numbers in request order, so that the same experiment numbers everything the same. */
export class Numbers {
  private sequences = 0;
  private nodes = 0;
  private draws = 0;

  /** @param seed of the experiment, an unsigned 32-bit integer. */
  constructor(private readonly seed: number) {}

  sequence(): number {
    return this.sequences++;
  }

  node(): number {
    return this.nodes++;
  }

  /** A seed for one request to the model. The first is the experiment's own; all are safe integers. */
  drawSeed(): number {
    return this.seed + seedStride * this.draws++;
  }
}
