/** All that reads problems in words: one part of the program, fetched in a browser when the first such answer appears. */
export { compare, type Verdict } from '../maths/compare.ts';
export { askedBy, readMaths, type Asked, type Reading } from '../maths/read.ts';
export { extractReply } from './extract-reply.ts';
export { gradeReply } from './grade-reply.ts';
export { previewOf } from './preview.ts';
