import type { Answer } from '#run/events.ts';

/** An answer without the rule that found it. */
export type ReadAnswer = Omit<Answer, 'rule'>;
