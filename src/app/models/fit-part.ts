/** A file of its own: what is fetched later can be asked for anew where it did not come (`scripts/later-parts.ts`). */
export { fitText } from './fit-text.ts';
