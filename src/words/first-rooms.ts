import type { English } from './rooms.ts';

/** The rooms that the page has before anything is clicked; a test holds the list against what `main.tsx` imports. */
export const firstRooms = [
  'amounts',
  'endings',
  'firstFailures',
  'fit',
  'header',
  'labels',
  'models',
  'notices',
  'numbers',
  'places',
  'presetTitles',
  'problems',
  'result',
  'runFiles',
  'setup',
  'shell',
  'stage',
  'strategies',
  'strategyGroupNames',
  'tokens',
  'trainingWays',
  'transport',
  'verdicts',
] as const satisfies readonly (keyof English)[];
export type FirstRoom = (typeof firstRooms)[number];
