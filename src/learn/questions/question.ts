import type { Experiment } from '#experiment/experiment.ts';
import type { Moment } from '#experiment/moment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { Citation } from '../papers.ts';

/** From what everybody is asked to what laboratories discuss. */
export const questionLevels = [1, 2, 3] as const;
export type QuestionLevel = (typeof questionLevels)[number];

/** One way to answer the problems of a question's sweep. */
export type QuestionArm = Pick<Experiment, 'model' | 'strategy' | 'sampling'>;

/** What shows that an answer is so. Where one problem proves nothing, it is a claim that was measured on many, or a sweep. */
export type Demonstration =
  /** Runs in Play, and stops at the moment where there is one. */
  | { readonly kind: 'run'; readonly experiment: Experiment; readonly moment?: Moment }
  /** Runs side by side in Play: the same problem and seed, from another model or by another strategy. */
  | { readonly kind: 'compare'; readonly experiments: readonly Experiment[] }
  /** A claim of `lab/effects`, measured on hundreds of problems. */
  | { readonly kind: 'claim'; readonly claim: string }
  /** Runs in the lab, on the first so many held-out problems of the family. */
  | {
      readonly kind: 'sweep';
      readonly family: Exclude<Problem['family'], 'question'>;
      readonly problems: number;
      readonly arms: readonly QuestionArm[];
    }
  /** A lens of the lab, on a run in Play where there is one to be made first. */
  | {
      readonly kind: 'lens';
      readonly lens: 'grpo' | 'shepherd' | 'anchors';
      readonly experiment?: Experiment;
    }
  /** The choosers of the landscape. */
  | { readonly kind: 'chooser' };

/** A question that people who work on reasoning models are asked; `words/en/questions/` has its text. */
export interface Question {
  readonly id: string;
  readonly sources: readonly Citation[];
  /** By a name that the words know. The first one is what the answer is about. */
  readonly shows: Readonly<Record<string, Demonstration>>;
}
