import { describe, expect, it } from 'vitest';
import { backtrackReasonOf, gradeReasonOf, keptReasonOf, scoreReasonOf } from './reasons.ts';
import { fromVersion1 } from './from-version-1.ts';
import { labelOf } from './labels.ts';

describe('sentences of version 1', () => {
  it.each([
    ['Trace', { kind: 'only-trace' }],
    ['Trace 12', { kind: 'trace', number: 12 }],
    ['Step 2, draw 3', { kind: 'step', step: 2, draw: 3 }],
    ['Step 2', { kind: 'step', step: 2, draw: null }],
    [
      'Check 1 of node 7, by Arithmetic, R1-style',
      { kind: 'check', node: 7, number: 1, by: 'Arithmetic, R1-style' },
    ],
    ['The rest, draw 4', { kind: 'action', action: 'rest', draw: 4 }],
    ['Trace 12 of mine', { kind: 'as-saved', text: 'Trace 12 of mine' }],
  ])('%s is a label', (text, fact) => expect(labelOf(text)).toEqual(fact));

  it('are facts where they can be recognised exactly', () => {
    expect(keptReasonOf('pruned by hand')).toEqual({ kind: 'by-hand' });
    expect(scoreReasonOf('scored again before the choice: the trace has no answer')).toEqual({
      kind: 'again',
      why: { kind: 'no-answer' },
    });
    expect(scoreReasonOf('3 of 4 traces have this answer')).toEqual({
      kind: 'agreeing-traces',
      agreeing: 3,
      of: 4,
    });
    expect(gradeReasonOf('makes 24 with each number once')).toEqual({ kind: 'makes-target', target: 24 });
    expect(gradeReasonOf('is not −90')).toEqual({ kind: 'other-number', right: '−90' });
    expect(gradeReasonOf('makes 1/3, not 24')).toEqual({
      kind: 'faults',
      faults: [{ kind: 'makes', value: '1/3', target: 24 }],
    });
    expect(backtrackReasonOf('its trace is finished')).toEqual({ kind: 'trace-finished' });
  });

  it.each(['9 - 3 is 6, not 5', 'constructor', ''])('“%s” stays as it was', (text) => {
    for (const read of [scoreReasonOf, keptReasonOf, gradeReasonOf, backtrackReasonOf])
      expect(read(text)).toEqual({ kind: 'as-saved', text });
  });

  it('say why a model is driven as it is, and are kept', () => {
    const stamp = (why: unknown) => ({ id: 'm', driver: { kind: 'sequential', why } });
    const start = (why: unknown) => ({
      at: 0,
      event: { type: 'run-started', model: stamp(why), verifierModel: stamp(why) },
    });
    const kept = { kind: 'as-saved', text: 'Asked for.' };
    expect(fromVersion1({ entries: [start('Asked for.')] })).toEqual({ entries: [start(kept)] });
    const without = { entries: [{ at: 0, event: { type: 'run-started', model: { id: 'm' } } }] };
    expect(fromVersion1(without)).toEqual(without);
  });
});
