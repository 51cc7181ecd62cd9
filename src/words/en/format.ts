import { formats } from '../format.ts';

/** British style, as the rest of the page: no comma before the last of a list. */
export const { number, fixed, percent, roughPercent, duration, bytes, plural, list, clauses } =
  formats('en-GB');
