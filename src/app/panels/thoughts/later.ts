import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';

const parts = laterPart(() => import('./parts.ts'));

export const LongThoughtLater = lazyPart(parts, (part) => part.LongThought);
export const ManyTracesLater = lazyPart(parts, (part) => part.ManyTraces);
export const SearchThoughtsLater = lazyPart(parts, (part) => part.SearchThoughts);
