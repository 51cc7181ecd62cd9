import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';

/** What is fetched when there are more thoughts than the first visit's, or longer ones, or some that a rule can judge. */
export const thoughtParts = laterPart(() => import('./parts.ts'));

export const LongThoughtLater = lazyPart(thoughtParts, (part) => part.LongThought);
export const ManyTracesLater = lazyPart(thoughtParts, (part) => part.ManyTraces);
export const SearchThoughtsLater = lazyPart(thoughtParts, (part) => part.SearchThoughts);
