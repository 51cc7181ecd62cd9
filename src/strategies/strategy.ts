import type { Part } from '#policy/session/session.ts';

/**
 * A strategy at work: the events it causes, in order, ending in `answer-chosen`. Decisions are taken in rounds and in
 * request order, so that the same seed gives the same decisions whatever finished first.
 */
export type StrategyRun = Part<void>;
