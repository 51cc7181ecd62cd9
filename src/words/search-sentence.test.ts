import { describe, expect, test } from 'vitest';
import type { RunEvent } from '#run/events.ts';
import { logOfEvents, rootEvent, stepEvents } from '#run/testing/fixtures.ts';
import { fold } from '#run/fold.ts';
import { simulation } from '#run/testing/simulation.ts';
import { stepSentence } from './step-sentence.ts';
import { amounts } from './en/amounts.ts';
import { searchSentence } from './search-sentence.ts';
import { emptyRun } from '#run/state.ts';

const state = fold(emptyRun, logOfEvents([rootEvent, ...stepEvents(1, 0, '9 - 3 = 6')]));
const why = { kind: 'budget-spent' } as const;

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
    searchSentence(
      { type: 'node-scored', node: 1, score: 0, verifier: 'rollouts', why: { kind: 'yes-over-no' } },
      state,
    ),
  ).toContain('scored 0.00');
});

const log = logOfEvents(simulation);

describe('what a step of a search did, in words', () => {
  const sentences = log.map((_, index) => stepSentence(log, index + 1));
  test.each([
    'The search tree has its root: the prompt, before any step',
    'Node 1 was made below the start: 9 − 3 = 6; its prior is 0.75',
    'Node 1 (9 − 3 = 6) scored 0.80, by the process verifier: the value head after each step',
    'Simulation 12 went down to node 1: at the start it chose 9 − 3 = 6 with score 0.81',
    'Node 2 was made below node 1: 4 × 6 = 24; it ends a trace; its prior is 0.50',
    'Simulation 12 backed up 0.73 along 3 nodes',
    'Kept 1 of 2 steps: the 1 best of 2 by last of the step scores',
    'Went back from node 2 (4 × 6 = 24) to node 1 (9 − 3 = 6): all of its thoughts were tried',
  ])('%s', (sentence) => {
    expect(sentences).toContain(sentence);
  });

  test.each<readonly [RunEvent, string]>([
    [
      { type: 'step-dropped', sequence: 0, sameAs: 1 },
      'The same step as node 1 (9 − 3 = 6) was drawn again and dropped',
    ],
    [
      { type: 'path-selected', simulation: 0, selections: [], leaf: 0 },
      'Simulation 1 stayed at the start, which has no children yet',
    ],
    [
      { type: 'wait-forced', sequence: 2, round: 2, word: 'Hmm' },
      'Step 3 would have stopped thinking: “Hmm” was put in place of the end, for the 2nd time',
    ],
    [
      {
        type: 'trace-scored',
        sequence: 1,
        steps: [0.9, 0.4],
        aggregation: 'min',
        score: 0.4,
        verifier: 'process',
        why: { kind: 'value-head', model: null, at: 'each-step' },
      },
      'Step 2 scored 0.40, the lowest of its 2 step scores, by the process verifier: the value head after each step',
    ],
    [
      {
        type: 'interim-answer',
        sequence: 1,
        round: 0,
        answer: { text: '7', display: '7', value: { kind: 'number', number: '7' }, key: '7', rule: 'boxed' },
        thinkingTokens: 20,
      },
      'If Step 2 stopped here, after 20 tokens of thought, it would answer 7',
    ],
    [
      {
        type: 'decided',
        decision: {
          kind: 'as-saved',
          text: 'It looks hard',
          evidence: [
            { name: 'agreement', value: 0.25 },
            { name: 'tokens left', value: 1852 },
          ],
        },
      },
      'It looks hard (agreement 0.25, tokens left 1,852)',
    ],
  ])('%j', (event, sentence) => {
    const grown = [
      ...logOfEvents([...simulation.slice(0, -1), ...stepEvents(3, 0, '1').slice(0, 2)]),
      { at: 999, event },
    ];
    expect(stepSentence(grown, grown.length)).toBe(sentence);
  });
});

test('simulations that valued nothing new are said', () => {
  expect(amounts.simulations({ run: 3, again: 1 })).toBe(
    '3 simulations, of which 1 ended on a node visited before',
  );
});
