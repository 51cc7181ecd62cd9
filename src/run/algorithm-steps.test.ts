import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { algorithmSteps, nextStep, previousStep, stepAt } from './algorithm-steps.ts';
import { anyLog } from './arbitrary.ts';
import type { LogEntry, RunEvent } from './events.ts';
import { logOfEvents, rootEvent, stepEvents } from './fixtures.ts';
import { binMarks, marksOf } from './marks.ts';
import { stateAt, stepSentence } from './timeline.ts';

const backup = (node: number) => ({
  node,
  visitsBefore: 0,
  visitsAfter: 1,
  valueBefore: 0,
  valueAfter: 0.73,
});
const row = (node: number, score: number) => ({
  node,
  q: 0.5,
  prior: 0.5,
  visits: 1,
  pending: 0,
  exploration: score - 0.5,
  score,
});
const simulation: readonly RunEvent[] = [
  rootEvent,
  ...stepEvents(1, 0, '9 - 3 = 6 [4 6 10]', 'open', 0.75),
  { type: 'node-scored', node: 1, score: 0.8, verifier: 'process', why: 'the value head' },
  {
    type: 'path-selected',
    simulation: 11,
    leaf: 1,
    selections: [{ parent: 0, parentVisits: 3, rule: 'puct', c: 1.5, rows: [row(1, 0.81)], chosen: 1 }],
  },
  ...stepEvents(2, 1, '4 * 6 = 24', 'terminal'),
  { type: 'node-scored', node: 2, score: 1, verifier: 'rule', why: 'all is right' },
  { type: 'node-scored', node: 1, score: 0.7, verifier: 'rule', why: 'all is right so far' },
  { type: 'backed-up', simulation: 11, value: 0.73, path: [backup(0), backup(1), backup(2)] },
  { type: 'nodes-kept', round: 1, kept: [2], pruned: [1], why: 'the best of 2' },
  { type: 'backtracked', from: 2, to: 1, why: 'all of its thoughts were tried' },
];
const log = logOfEvents(simulation);

describe('steps of the algorithm', () => {
  test('one for each thing it does, nodes scored in one go together', () => {
    expect(algorithmSteps(log).map(({ kind }) => kind)).toEqual([
      'expand',
      'score',
      'select',
      'expand',
      'score',
      'back-up',
      'keep',
      'backtrack',
    ]);
    const scored = algorithmSteps(log)[4]!;
    expect(scored.cursor - scored.first).toBe(1);
    expect(stateAt(log, scored.cursor).focus).toMatchObject({ kind: 'scored', nodes: [2, 1] });
  });

  test('one key forward and one back go through all of them', () => {
    const steps = algorithmSteps(log);
    const forward: number[] = [];
    for (let at = nextStep(steps, 0); at; at = nextStep(steps, at.cursor)) forward.push(at.cursor);
    expect(forward).toEqual(steps.map(({ cursor }) => cursor));
    const back: number[] = [];
    for (let at = previousStep(steps, Infinity); at; at = previousStep(steps, at.cursor))
      back.push(at.cursor);
    expect(back).toEqual(forward.toReversed());
    expect(stepAt(steps, 0)).toBeNull();
    expect(stepAt(steps, forward[2]! + 1)?.cursor).toBe(forward[2]);
  });

  test('a log that grows is read once more only at its end, with the same outcome', () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const growing: LogEntry[] = [];
        for (const entry of entries) {
          growing.push(entry);
          algorithmSteps(growing);
        }
        expect(algorithmSteps(growing)).toEqual(algorithmSteps([...entries]));
        expect(algorithmSteps(growing)).toBe(algorithmSteps(growing));
      }),
    );
  });

  test('the focus is what the step did, in any run', () => {
    const kinds = {
      select: 'selected',
      expand: 'expanded',
      'back-up': 'backed-up',
      keep: 'kept',
      backtrack: 'backtracked',
    } as const;
    fc.assert(
      fc.property(anyLog, (entries) => {
        for (const { kind, cursor } of algorithmSteps(entries)) {
          if (kind in kinds)
            expect(stateAt(entries, cursor).focus?.kind).toBe(kinds[kind as keyof typeof kinds]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('selections, prunes and forced words have marks', () => {
  const marks = marksOf([
    ...log,
    { at: 999, event: { type: 'wait-forced', sequence: 0, round: 1, word: 'Wait' } },
  ]);
  expect(marks.map(({ kind }) => kind).filter((kind) => kind !== 'sequence-ended')).toEqual([
    'selection',
    'prune',
    'wait',
  ]);
  expect(binMarks(marks, log.length, 1).find(({ kind }) => kind === 'selection')?.count).toBe(1);
});

describe('what a step of a search did, in words', () => {
  const sentences = log.map((_, index) => stepSentence(log, index + 1));
  test.each([
    'The search tree has its root: the prompt, before any step',
    'Node 1 was made below node 0: 9 − 3 = 6, prior 0.75',
    'Node 1 (9 − 3 = 6) scored 0.80, by the process verifier: the value head',
    'Simulation 12 went down to node 1: at node 0 it chose 9 − 3 = 6 with score 0.81',
    'Node 2 was made below node 1: 4 × 6 = 24, the end of a trace, prior 0.50',
    'Simulation 12 backed up 0.73 along 3 nodes',
    'Kept 1 of 2 steps: the best of 2',
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
      'Simulation 1 went down to node 0, which has no children yet',
    ],
    [
      { type: 'wait-forced', sequence: 2, round: 2, word: 'Hmm' },
      'Step of node 3 would have stopped thinking: “Hmm” was put in place of the end, for the 2nd time',
    ],
    [
      {
        type: 'trace-scored',
        sequence: 1,
        steps: [0.9, 0.4],
        aggregation: 'min',
        score: 0.4,
        verifier: 'process',
        why: 'the value head',
      },
      'Step of node 2 scored 0.40, the lowest of its 2 step scores, by the process verifier: the value head',
    ],
    [
      {
        type: 'interim-answer',
        sequence: 1,
        round: 0,
        answer: { text: '7', display: '7', key: '7', rule: 'boxed' },
        thinkingTokens: 20,
      },
      'If Step of node 2 stopped here, after 20 tokens of thought, it would answer 7',
    ],
    [
      {
        type: 'decided',
        what: 'It looks hard',
        evidence: [
          { name: 'agreement', value: 0.25 },
          { name: 'tokens left', value: 1852 },
        ],
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
