import { room } from '../language.ts';
import { bytes } from './format.ts';

/** What is said of a run that was saved. */
export const runFiles = room('runFiles', {
  /** Beside a run that was saved without the tokens that were not taken; `most` in bytes. */
  leftOut: (most: number) =>
    `The tokens that were likely and not taken are left out: with them the file would be larger than the ${bytes(most)} that the page opens.`,
});
