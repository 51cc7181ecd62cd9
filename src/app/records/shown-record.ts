import { tabMark } from '../tab-mark.ts';

/** Which record this tab shows, as a reload finds it. */
export const shownRecord = tabMark('shown');
