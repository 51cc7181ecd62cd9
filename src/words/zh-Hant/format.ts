import { formats } from '../format.ts';

/** No space before a percent sign; marks of full width. */
export const { number, fixed, percent, roughPercent, duration, bytes, plural, list, clauses } = formats(
  'zh-Hant',
  '',
  '；',
);
