import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#run/events.ts';
import { tokensOf } from '#run/testing/fixtures.ts';
import { pendingSteps } from './pending-steps.ts';
import { drawnState } from './testing/drawn-state.ts';

/** Three draws of a first step, of which two have ended with the same words. */
const drawing: RunEvent[] = [1, 2, 3].flatMap((sequence): RunEvent[] => [
  {
    type: 'sequence-started',
    sequence,
    label: { kind: 'step', step: 1, draw: sequence },
    prompt: [],
    from: 0,
  },
  ...tokensOf(sequence === 3 ? '9 *' : '9 - 3 = 6').map((token): RunEvent => ({
    type: 'token',
    sequence,
    token,
  })),
  ...(sequence === 3 ? [] : [{ type: 'sequence-ended', sequence, reason: 'stop' } as const]),
]);

describe('pendingSteps', () => {
  it('says how far a step has come, what came up how often, and what is being written', () =>
    expect(pendingSteps(drawnState('root', drawing))).toEqual({
      drawn: 2,
      all: 3,
      steps: [{ text: '9 − 3 = 6', count: 2 }],
      writing: '9 ×',
    }));

  it('tells a step from the answer that it ends in', () => {
    const answer = tokensOf('9 - 3').map((token): RunEvent => ({
      type: 'token',
      sequence: 1,
      token: { ...token, role: 'answer' },
    }));
    const [before, after] = [drawing.slice(0, 6), drawing.slice(6)];
    expect(pendingSteps(drawnState('root', [...before, ...answer, ...after]))?.steps).toContainEqual({
      text: '9 − 3 = 6 → 9 − 3',
      count: 1,
    });
  });

  it('says nothing once all are drawn, or nodes were made of them', () => {
    const end: RunEvent = { type: 'sequence-ended', sequence: 3, reason: 'stop' };
    expect(pendingSteps(drawnState('root', [...drawing, end]))).toBeNull();
    expect(pendingSteps(drawnState('root\n  a\n  b'))).toBeNull();
  });

  it('counts no other writing: lookaheads and what a verifier has written', () => {
    const other: RunEvent = {
      type: 'sequence-started',
      sequence: 1,
      label: { kind: 'lookahead', node: 0 },
      prompt: [],
      from: 0,
    };
    expect(pendingSteps(drawnState('root', [other]))).toBeNull();
  });
});
