import { laterPart } from '../later-part.ts';

/** What a first visit does not show yet: fetched once the page has nothing else to do. */
export const side = laterPart(() => import('./side-parts.ts'));

/** What stands side by side: fetched when it is first looked at. */
export const sideBySide = laterPart(() => import('./compare/compare-tab.tsx'));
