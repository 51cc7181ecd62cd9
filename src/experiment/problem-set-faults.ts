import type { Family } from './families.ts';
import type { PuzzleFault } from './puzzle/misread.ts';

/** What keeps a problem set from growing without end. `named`: of bad or repeated lines, the most that are told one by one. */
export const problemSetLimits = { bytes: 20_000_000, problems: 20_000, named: 20, name: 120 } as const;

/** Why one line of a problem set holds no problem. Texts of the file are cut to a few dozen characters. */
export type LineFault =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-an-object' }
  | { readonly kind: 'columns'; readonly found: number; readonly wanted: number }
  | { readonly kind: 'open-quote' }
  | { readonly kind: 'no-question'; readonly fields: readonly string[] }
  | { readonly kind: 'question-not-text' }
  | { readonly kind: 'answer-not-text' }
  | { readonly kind: 'question-too-long'; readonly length: number; readonly most: number }
  | { readonly kind: 'answer-too-long'; readonly length: number; readonly most: number }
  | { readonly kind: 'no-final-answer' }
  | { readonly kind: 'unknown-family'; readonly family: string }
  | { readonly kind: 'not-of-family'; readonly family: Family; readonly puzzle: PuzzleFault | null }
  | { readonly kind: 'other-answer'; readonly given: string; readonly right: string }
  | { readonly kind: 'not-typed'; readonly text: string };

/** A line of the file from 1: that on which what is wrong begins. */
export interface BadLine {
  readonly line: number;
  readonly fault: LineFault;
}

/** What a file is that is no text, as far as its first bytes tell. */
export type NoText = 'utf-16' | 'other-encoding' | 'parquet' | 'zip' | 'gzip' | 'pdf' | 'binary';

/** Why there is no problem set. */
export type ProblemSetFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-big'; readonly most: number }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'not-text'; readonly looksLike: NoText; readonly line: number | null }
  | { readonly kind: 'one-object'; readonly fields: readonly string[] }
  /** CSV whose first line is a problem already. */
  | { readonly kind: 'no-header' }
  | { readonly kind: 'no-column'; readonly columns: readonly string[] }
  | {
      readonly kind: 'bad-lines';
      /** All of them; `lines` has the first. */
      readonly count: number;
      readonly lines: readonly BadLine[];
      /** Problems that were read all the same. */
      readonly readable: number;
    };

/** `typed`: a problem a line, as a person types it. */
export type ProblemSetForm = 'jsonl' | 'json' | 'csv' | 'typed';

/** A line whose problem stands in the file before. */
export interface RepeatedLine {
  readonly line: number;
  readonly first: number;
  /** The right answer is another one there. */
  readonly differs: boolean;
}

/** What is to be known of a set that was read. */
export interface ProblemSetNotes {
  readonly form: ProblemSetForm;
  readonly families: readonly { readonly family: Family; readonly count: number }[];
  /** Nobody knows whether an answer to these is right. */
  readonly withoutAnswer: number;
  /** Answers that were taken from behind `####`, or out of a box. */
  readonly solutions: { readonly hashes: number; readonly boxed: number };
  readonly repeated: { readonly count: number; readonly lines: readonly RepeatedLine[] };
  readonly leftOut: { readonly count: number; readonly lines: readonly BadLine[] };
}
