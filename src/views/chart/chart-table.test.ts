import { describe, expect, it } from 'vitest';
import { cellText, type ChartTable, csvOf } from './chart-table.ts';

const table: ChartTable = {
  columns: ['Line', 'Right, in all'],
  formats: [null, (value) => `${Math.round(value * 100)}%`],
  rows: [
    ['a "quoted" name', 0.123456],
    ['=HYPERLINK("x")', null],
    ['-3', 1],
  ],
};

describe('the numbers of a chart', () => {
  it('are written for people on the page', () => {
    expect(table.rows.map(([, value]) => cellText(table, 1, value ?? null))).toEqual(['12%', '–', '100%']);
  });
  it('are whole in a file, which no spreadsheet computes', () => {
    expect(csvOf(table).split('\r\n')).toEqual([
      'Line,"Right, in all"',
      '"a ""quoted"" name",0.123456',
      `"'=HYPERLINK(""x"")",`,
      "'-3,1",
      '',
    ]);
  });
});
