/** What is fetched when there are more thoughts than the first visit's, or longer ones. */
export { ManyTraces } from './many-traces.tsx';
export { SearchThoughts } from './search-thoughts.tsx';
export { FalseMarks, UnitsNote } from './false-marks.tsx';
export { LongThought } from './long-thought.tsx';
