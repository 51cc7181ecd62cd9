import { laterPart } from '../later-part.ts';

/** What a first visit does not show yet: fetched once the page has nothing else to do. */
export const side = laterPart(() => import('./side-parts.ts'));
