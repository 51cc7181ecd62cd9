import type { Edit } from './copy.ts';

/** A dummy of a kind: all that CONTRIBUTING says has to be touched for one. */
export interface Seam {
  readonly kind: string;
  /** What the dummy is called: a complaint names it, or the file that is missing. */
  readonly name: string;
  /** Files that may be touched, besides its words in other languages than English. */
  readonly most: number;
  readonly edits: readonly Edit[];
  /** Test files that hold with all of them, and name the place where the type checker can't. */
  readonly tests: readonly string[];
}
