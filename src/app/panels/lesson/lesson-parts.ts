/** What is fetched with the first lesson, so that it comes as one file. */
export { LessonColumn } from './lesson-column.tsx';
export { LessonLine } from './lesson-line.tsx';
export { LessonNext } from './lesson-next.tsx';
