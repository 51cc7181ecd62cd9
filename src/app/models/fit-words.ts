import { laterPart } from '../later-part.ts';

/** What says whether a model can run on this computer. It comes with what the computer can run: before that nobody asks. */
export const fitWords = laterPart(() => import('./fit-part.ts'));
