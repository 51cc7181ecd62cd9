import { expect, test } from 'vitest';
import { logOfEvents, rootEvent, stepEvents } from './fixtures.ts';
import { fold } from './fold.ts';
import { searchSentence } from './search-sentence.ts';
import { emptyRun } from './state.ts';

const state = fold(emptyRun, logOfEvents([rootEvent, ...stepEvents(1, 0, '9 - 3 = 6')]));
const why = 'not judged: the budget was spent';

test('what was not judged is told as such, and not as a score', () => {
  expect(
    searchSentence({ type: 'node-scored', node: 1, score: null, verifier: 'rollouts', why }, state),
  ).toBe('Node 1 (9 − 3 = 6) has no score by the rollouts verifier; not judged: the budget was spent');
  expect(
    searchSentence(
      {
        type: 'trace-scored',
        sequence: 0,
        steps: [0.5, null],
        aggregation: 'min',
        score: null,
        verifier: 'rollouts',
        why,
      },
      state,
    ),
  ).toMatch(/ has no score by the rollouts verifier; not judged: the budget was spent$/);
  expect(
    searchSentence({ type: 'node-scored', node: 1, score: 0, verifier: 'rollouts', why: 'the share' }, state),
  ).toContain('scored 0.00');
});
