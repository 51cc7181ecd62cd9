import { room } from '../language.ts';
import { number, percent, plural } from './format.ts';

/** Charts: what stands around them, and what they say of a point. */
export const charts = room('charts', {
  table: 'Table',
  logarithmic: 'Log axis',
  wholeRange: 'Whole range',
  saveAs: (title: string) => `Save as a file: ${title}`,
  saveForm: {
    csv: 'Save the numbers as CSV',
    svg: 'Save the picture as SVG',
    png: 'Save the picture as PNG',
  },
  forms: { csv: 'CSV', svg: 'SVG', png: 'PNG' },
  howToRead: 'Point at a value, or tap it, to read it; drag to look at a part.',
  lines: 'Lines',
  showAlone: 'Show this line alone',
  showAll: 'Show all lines',
  onLogAxis: (label: string) => `${label} (logarithmic)`,
  summary: ({
    title,
    lines,
    x,
    y,
  }: {
    readonly title: string;
    readonly lines: number;
    readonly x: string;
    readonly y: string;
  }) =>
    `${title}: ${plural(lines, { one: '# line', other: '# lines' })}, ${y} by ${x}. Left and right arrows go along a line, up and down to another; + and − look closer.`,
  point: ({
    name,
    x,
    xLabel,
    y,
    yLabel,
    interval,
    note,
  }: {
    readonly name: string;
    readonly x: string;
    readonly xLabel: string;
    readonly y: string;
    readonly yLabel: string;
    readonly interval: readonly [string, string] | null;
    readonly note: string | null;
  }) =>
    `${name}. ${yLabel}: ${y}${interval ? ` (${interval[0]} to ${interval[1]})` : ''}. ${xLabel}: ${x}.${note === null ? '' : ` ${note}`}`,
  moreRows: (left: number) => plural(left, { one: '# more row', other: '# more rows' }),
  line: 'Line',
  low: 'Interval from',
  high: 'Interval to',
  remark: 'Remark',
  value: 'Value',
  notMeasured: 'not measured',
  between: (low: string, high: string) => `${low} to ${high}`,
  falsePositives: 'Wrong traces that pass',
  truePositives: 'Right traces that pass',
  threshold: (score: number) =>
    Number.isFinite(score) ? `Passes at a score of ${number(score, 3)}.` : 'Nothing passes.',
  meanScore: 'Mean score',
  shareRight: 'Traces that are right',
  score: (score: number) => number(score, 2),
  traces: (count: number) => plural(count, { one: '# trace.', other: '# traces.' }),
  matrix: {
    problem: 'Problem',
    arm: 'Way to answer',
    state: 'Came out',
    repeatsRight: 'Repeats right',
    states: {
      right: 'right',
      wrong: 'wrong',
      mixed: 'some repeats right',
      failed: 'failed',
      ungraded: 'nobody knows',
      waiting: 'not yet',
    },
    told: ({
      problem,
      arm,
      state,
    }: {
      readonly problem: string;
      readonly arm: string;
      readonly state: string;
    }) => `${problem} · ${arm}: ${state}`,
    howToRead: 'Each column is a problem. Point at a cell to read it; press or tap it to open the run.',
    keys: ({ cell, title }: { readonly cell: string; readonly title: string }) =>
      `${title}. ${cell}. Arrow keys go from cell to cell.`,
  },
  /** On axes and in tables. */
  share: (share: number) => percent(share),
  exactShare: (share: number) => percent(share, 1),
  amount: (value: number) => number(value, value < 10 ? 2 : value < 100 ? 1 : 0),
  shortAmount: (value: number) =>
    new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 }).format(value),
});
