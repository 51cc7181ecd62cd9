import type { Sampling, Strategy } from '#experiment/experiment.ts';
import type { ProblemSet } from '#experiment/held-out.ts';

/** One way to answer the held-out problems: a side of a comparison. */
export interface Arm<Name extends string = string> {
  /** A key of its words. */
  readonly name: Name;
  /** A model of the catalogue. */
  readonly model: string;
  readonly strategy: Strategy;
  readonly sampling: Sampling;
}

/** A claim of the literature about reasoning, and the comparison that shows it on the embedded models, or doesn't. */
export type Effect<Claim extends string = string, Name extends string = string> = ProblemSet & {
  /** A key of its words, and of who reported it. */
  readonly claim: Claim;
  /** From the one that should get the least right to the one that should get the most. */
  readonly arms: readonly Arm<Name>[];
  /** How far the last arm should be above the first: a share in [0, 1]. */
  readonly atLeast: number;
  /** The claim is about each arm against the one before, not about the last against the first alone. */
  readonly everyStep?: true;
};

/** An arm as it did. */
export interface ArmResult {
  readonly name: string;
  /** Whether each problem was answered rightly, in the order of the set: all arms of an effect have the same problems and seeds. */
  readonly right: readonly boolean[];
  /** Tokens drawn for a problem, on average, those of verifiers and rejected steps included. */
  readonly tokens: number;
  readonly parameters: number;
}
