import { laterPart } from '#app/later-part.ts';

/** What stands side by side: fetched when it is first looked at. */
export const sideBySide = laterPart(() => import('./compare-tab.tsx'));
