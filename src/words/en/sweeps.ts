import { room } from '../language.ts';

/** Sweeps: many runs, and what they say together. */
export const sweepWords = room('sweeps', {
  title: 'Sweeps',
  intro:
    'A sweep asks the same problems of several ways to answer, and counts. It runs on all cores of your machine while you do something else.',
});
