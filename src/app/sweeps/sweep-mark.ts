import { tabMark } from '../tab-mark.ts';

/** Which sweep goes on in this tab, as a reload finds it: a reload goes on with it by itself, and only offers others. */
export const sweepMark = tabMark('sweep');
