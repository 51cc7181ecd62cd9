import { formats } from '../format.ts';

/** No space before a percent sign. */
export const { number, fixed, percent, roughPercent, duration, bytes, plural, list } = formats('zh-Hans', '');
