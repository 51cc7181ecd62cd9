import { dsvFormat } from 'd3-dsv';
import { fieldName, type SetRecord, someNames, type SetRecords } from './record.ts';

/** Stands in a line of its own behind the text; where that is not read as one, a quote was never closed. No text has it. */
const end = '\u0000';
const delimiters = [',', ';', '\t'] as const;

/** CSV as RFC 4180 has it, with a header; semicolons or tabs serve as well. @param isKnown whether a column says what a line asks. */
export function csvRecords(text: string, isKnown: (column: string) => boolean): SetRecords {
  const headers = delimiters.map((delimiter) => ({ delimiter, columns: headerOf(text, delimiter) }));
  // One that tells the most columns apart, of those that tell what is asked.
  const [best] = headers
    .filter(({ columns }) => columns.some(isKnown))
    .toSorted((a, b) => b.columns.length - a.columns.length);
  if (best) return { ok: true, form: 'csv', records: rowsOf(text, best.delimiter, best.columns) };
  const [most] = headers.toSorted((a, b) => b.columns.length - a.columns.length);
  return { ok: false, fault: { kind: 'no-column', columns: someNames(most?.columns ?? []) } };
}

function headerOf(text: string, delimiter: string): readonly string[] {
  // A header whose names have line breaks in them is not looked for.
  const [first = ''] = /^.*/.exec(text.trimStart()) ?? [];
  return (dsvFormat(delimiter).parseRows(first)[0] ?? []).map(fieldName);
}

function rowsOf(text: string, delimiter: string, columns: readonly string[]): readonly SetRecord[] {
  const records: SetRecord[] = [];
  let line = 1;
  let header = true;
  let last: readonly string[] = [];
  let lastLine = 1;
  dsvFormat(delimiter).parseRows(`${text}\n${end}`, (row) => {
    [last, lastLine] = [row, line];
    line += 1 + row.reduce((breaks, field) => breaks + breaksIn(field), 0);
    const isBlank = row.every((field) => field.trim() === '');
    if (isBlank || (row.length === 1 && row[0] === end)) return null;
    if (header) header = false;
    else records.push({ line: lastLine, ...recordOf(row, columns) });
    return null;
  });
  if (last.length === 1 && last[0] === end) return records;
  const fault: SetRecord = { line: lastLine, kind: 'fault', fault: { kind: 'open-quote' } };
  return [...records.filter((record) => record.line < lastLine), fault];
}

function recordOf(row: readonly string[], columns: readonly string[]) {
  if (row.length !== columns.length)
    return {
      kind: 'fault',
      fault: { kind: 'columns', found: row.length, wanted: columns.length },
    } as const;
  const fields = new Map<string, unknown>();
  // Two columns of one name: the first counts. An empty field is none.
  for (const [at, column] of columns.entries())
    if (!fields.has(column) && row[at]?.trim() !== '') fields.set(column, row[at]);
  return { kind: 'fields', fields } as const;
}

function breaksIn(field: string): number {
  return field.includes('\n') || field.includes('\r') ? (field.match(/\r\n|\n|\r/g) ?? []).length : 0;
}
