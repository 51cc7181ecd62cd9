/** What experiments and claims are about, from the simplest idea on. */
export const topics = ['one-chain', 'voting', 'judging', 'searching', 'thinking-longer', 'training'] as const;
export type Topic = (typeof topics)[number];
