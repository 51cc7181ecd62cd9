import { hintsFrom, readMaths } from '../read.ts';

/** Each row is one answer in several spellings. */
export type Spellings = readonly [string, ...string[]];

/** What an answer is compared by. */
export const keyOfText = (text: string, question = '') => readMaths(text, hintsFrom(question))?.key;
