import { expect, it } from 'vitest';
import { readProblemSet } from '#lab/problem-sets/read-problem-set.ts';
import { problemSets } from '#words/en/problem-sets.ts';

it.each([
  ['jsonl', problemSets.examples.jsonl, 4],
  ['csv', problemSets.examples.csv, 2],
  ['typed', problemSets.examples.typed, 4],
])('what the page shows as an example of %s can be read', (form, text, count) => {
  const read = readProblemSet(text, form);
  expect(read).toMatchObject({ ok: true, notes: { form, withoutAnswer: 0 } });
  expect(read.ok && read.problems).toHaveLength(count);
});
