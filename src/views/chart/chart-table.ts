export type TableValue = string | number | null;

/** The numbers of a chart. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableValue[])[];
  /** How the numbers of a column are written on the page; a file has them as they are. */
  readonly formats: readonly (((value: number) => string) | null)[];
}

/** A cell as a person reads it. */
export function cellText({ formats }: ChartTable, column: number, value: TableValue): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  return (formats[column] ?? String)(value);
}

/** A table as CSV (RFC 4180). Texts come from files of others: none may begin what a spreadsheet would compute. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [columns, ...rows].map((row) => row.map(csvCell).join(','));
  return lines.map((line) => `${line}\r\n`).join('');
}

function csvCell(value: TableValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
