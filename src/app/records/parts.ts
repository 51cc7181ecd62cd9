/** What is fetched to keep runs and to offer what broke off. */
export { attend } from './attend.ts';
export { openRecord, recorder } from './here.ts';
export { BrokenRun } from './broken-run.tsx';
