import { formats } from '../format.ts';

/** Marks of full width. */
export const { number, fixed, percent, roughPercent, duration, bytes, plural, list, clauses } = formats(
  'zh-Hans',
  '；',
);
