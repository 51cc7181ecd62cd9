import type { LineFault, ProblemSetFault, ProblemSetForm } from '#experiment/problem-set-faults.ts';

/** What stands for one problem in a file, not looked into yet. Names of fields are in small letters. */
export type SetRecord = { readonly line: number } & (
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, unknown> }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: LineFault }
);

export type SetRecords =
  | { readonly ok: true; readonly form: ProblemSetForm; readonly records: Iterable<SetRecord> }
  | { readonly ok: false; readonly fault: ProblemSetFault };

/** `Final Answer` and `final_answer` are one name. */
export const fieldName = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const longestExcerpt = 60;
const mostNames = 8;

/** As much of a text as a sentence has room for. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt - 1)}…` : line;
}

export const someNames = (names: Iterable<string>): readonly string[] =>
  [...names]
    .filter((name) => name !== '')
    .slice(0, mostNames)
    .map(excerpt);

export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The lines that are not blank, whatever ends them. */
export function* textLines(text: string): Iterable<TextLine> {
  const ending = /\r\n|\n|\r/g;
  for (let line = 1, start = 0; start <= text.length; line++) {
    const end = ending.exec(text);
    const content = text.slice(start, end?.index);
    if (content.trim() !== '') yield { line, text: content };
    if (!end) return;
    start = ending.lastIndex;
  }
}
