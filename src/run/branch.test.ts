import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { thoughtAt } from './branch.ts';
import { logOf, logOfEvents, rootEvent, stepEvents } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { emptyRun } from './state.ts';

const traces = fold(emptyRun, logOf(['9 - 3 = 6 Wait 4 + 6 = 10 </think> 24 <eos>']));
const tree = fold(
  emptyRun,
  logOfEvents([
    rootEvent,
    ...stepEvents(1, 0, '9 - 3 = 6 [4 _]'),
    ...stepEvents(2, 1, '4 * 6 = 24'),
    ...stepEvents(3, 2, '</think> 24', 'terminal'),
  ]),
);

describe('the thought up to a place', () => {
  test('in a trace: so many tokens of it, without tags and answer', () => {
    expect(thoughtAt(traces, { kind: 'trace', sequence: 0, tokens: 3 })).toBe('9 - 3');
    expect(thoughtAt(traces, { kind: 'trace', sequence: 0, tokens: 99 })).toBe('9 - 3 = 6 Wait 4 + 6 = 10');
    expect(thoughtAt(traces, { kind: 'trace', sequence: 7, tokens: 3 })).toBe('');
  });

  test('in a tree: all steps on the way, and a part of one that was being written', () => {
    expect(thoughtAt(tree, { kind: 'node', node: 2 })).toBe('9 - 3 = 6 [4] 4 * 6 = 24');
    expect(thoughtAt(tree, { kind: 'node', node: 0 })).toBe('');
    expect(thoughtAt(tree, { kind: 'trace', sequence: 1, tokens: 2 })).toBe('9 - 3 = 6 [4] 4 *');
  });

  test('what the run itself started from goes before it, and its last number may go on', () => {
    const started = (text: string) => ({ ...defaultExperiment('arithmetic'), start: { text } });
    const at = { kind: 'trace', sequence: 0, tokens: 2 } as const;
    expect(thoughtAt(fold(emptyRun, logOf(['~3 ; 4'], started('300 - 18 = 28'))), at)).toBe(
      '300 - 18 = 328 ;',
    );
    expect(thoughtAt(fold(emptyRun, logOf(['47 * 6'], started('282 ;'))), at)).toBe('282 ; 47 *');
  });
});
