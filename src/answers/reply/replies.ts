/** The reader of answers to problems in words: one chunk, fetched in a browser when the first such answer appears. */
export { compare, type ReferenceMatch } from '../maths/compare.ts';
export { hintsFrom, readMaths, type QuestionHints, type Reading } from '../maths/read.ts';
export { extractReply } from './extract-reply.ts';
export { gradeReply } from './grade-reply.ts';
export { previewOf } from './preview.ts';
