import { expect, test } from 'vitest';
import { allQuestions } from '#learn/questions/questions.ts';
import type { Demonstration } from '#learn/questions/question.ts';
import { comparedExperiments } from '#app/store/compare.ts';
import { emptyLibrary } from '#app/store/library-state.ts';
import { readKnown } from './known.ts';
import { shownQuestions } from './shown-questions.ts';
import { comparisonOf } from './use-demonstrate.ts';

const anything = { text: '', level: null, onlyOpen: false } as const;
const ids = (filter: Parameters<typeof shownQuestions>[0], known: readonly string[] = []) =>
  shownQuestions(filter, new Set(known)).map(({ id }) => id);

test('questions are found by words in any order, case and kind of quote, by level, and without those that are known', () => {
  expect(ids(anything)).toHaveLength(25);
  expect(ids({ ...anything, text: '  FORCING budget ' })).toContain('why-wait-works');
  expect(ids({ ...anything, text: 'r1-zero\'s "aha' })).toEqual(['aha-moment']);
  expect(ids({ ...anything, text: 'zebra' })).toEqual([]);
  expect(ids({ ...anything, level: 3 })).toHaveLength(5);
  expect(ids({ ...anything, onlyOpen: true }, ['puct'])).not.toContain('puct');
});

test('what is kept of the known ones is read without what is no question', () => {
  expect([...readKnown('puct zebra  distillation')]).toEqual(['distillation', 'puct']);
  expect(readKnown('').size).toBe(0);
});

const comparisons = allQuestions.flatMap(({ id, shows }) =>
  Object.values(shows).flatMap((one: Demonstration) => (one.kind === 'compare' ? [[id, one] as const] : [])),
);
test.each(comparisons)('%s: the comparison that the page makes runs what was tested', (_, one) => {
  const compared = comparisonOf(one);
  expect(compared).not.toBeNull();
  if (compared)
    expect(comparedExperiments(compared.experiment, compared.comparison, emptyLibrary)).toEqual(
      one.experiments,
    );
});
