import type { Failure } from '../failure.ts';
import type { Raw } from '../upgrade/raw-file.ts';

/** One of the trees in a file. */
export interface TreeTitle {
  readonly text: string;
  /** How many of its ends the log calls right; null where it says nothing of that. */
  readonly right: { readonly count: number; readonly of: number } | null;
}

/** A file of another program, with one of its trees as a run file of this version. */
export type ForeignFile =
  | { readonly ok: true; readonly file: Raw; readonly titles: readonly TreeTitle[] }
  | { readonly ok: false; readonly failure: Failure };

export const foreignDamaged = (at: string): ForeignFile => ({
  ok: false,
  failure: { code: 'file-damaged', why: { kind: 'invalid', at: at.slice(0, 200) } },
});

/** A tree that is too large to be drawn. */
export const foreignTooBig: ForeignFile = { ok: false, failure: { code: 'file-too-big' } };
