import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { algorithmSteps, nextStep, previousStep, stepAt } from './algorithm-steps.ts';
import { anyLog } from './testing/arbitrary.ts';
import type { LogEntry } from './events.ts';
import { logOfEvents } from './testing/fixtures.ts';
import { binMarks, marksOf } from './marks.ts';
import { simulation } from './testing/simulation.ts';
import { stateAt } from './timeline.ts';

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
