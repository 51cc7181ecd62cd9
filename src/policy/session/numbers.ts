/** The range of seeds that a person can enter (32 bits). */
const seedStride = 0x1_0000_0000;

/** Assigns a run's numbers in request order, so that the same experiment always numbers everything the same. */
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
