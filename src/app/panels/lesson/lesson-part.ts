import { laterPart } from '#app/later-part.ts';

/** Lessons, fetched when the first one is opened. */
export const lessonPart = laterPart(() => import('./lesson-parts.ts'));
