import type { Selection, SelectionRow } from '#run/search-events.ts';

/** What PUCT gives a child with another constant: Q + c·P·√N / (1 + n) (Silver 2017, arXiv 1712.01815). */
export const puctScore = (
  { q, prior, visits }: SelectionRow,
  { parentVisits }: Selection,
  c: number,
): number => q + (c * prior * Math.sqrt(parentVisits)) / (1 + visits);
