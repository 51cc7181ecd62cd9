import { describe, expect, it } from 'vitest';
import { fold } from '#run/fold.ts';
import type { RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import { emptyRun } from '#run/state.ts';
import { logOf, tokensOf } from '#run/testing/fixtures.ts';
import { distinct, stepLabels } from './step-labels.ts';

describe('distinct', () => {
  it('leaves out what a text shares with another at its beginning, up to a whole word', () =>
    expect(
      distinct([
        'First she buys three apples for 2 coins',
        'First she buys three pears for 4 coins',
        'Count the coins',
      ]),
    ).toEqual(['…apples for 2 coins', '…pears for 4 coins', 'Count the coins']));
  it('leaves short beginnings', () =>
    expect(distinct(['10 − 3 = 7', '10 − 2 = 8'])).toEqual(['10 − 3 = 7', '10 − 2 = 8']));
  it('leaves equal texts', () =>
    expect(distinct(['the same long step', 'the same long step'])).toEqual(
      Array(2).fill('the same long step'),
    ));
});

describe('stepLabels', () => {
  it('tells the actions of rStar apart, and leaves out the words that they begin with', () => {
    const labels: readonly SequenceLabel[] = [
      { kind: 'action', action: 'step', draw: 1 },
      { kind: 'sub-answer', question: 1, draw: 1 },
      { kind: 'sub-answer', question: 2, draw: 1 },
      { kind: 'action', action: 're-answer', draw: 1 },
      { kind: 'action', action: 'rest', draw: 1 },
    ];
    const made = (node: number, parent: number | null): RunEvent => ({
      type: 'node-created',
      node,
      parent,
      sequence: parent === null ? null : node,
      end: 'open',
      prior: null,
    });
    const events: RunEvent[] = [logOf(['4'])[0]!.event, made(0, null)];
    for (const [at, label] of labels.entries()) {
      const node = at + 1;
      events.push({ type: 'sequence-started', sequence: node, label, prompt: [], from: 0 });
      const lead = label.kind === 'sub-answer' || (label.kind === 'action' && label.action === 're-answer');
      for (const [place, token] of tokensOf(`${lead ? 'Answer: ' : ''}v = 7`).entries())
        events.push({ type: 'token', sequence: node, token: { ...token, forced: lead && place === 0 } });
      events.push({ type: 'sequence-ended', sequence: node, reason: 'stop' }, made(node, 0));
    }
    const state = fold(
      emptyRun,
      events.map((event, at) => ({ at, event })),
    );
    expect([...stepLabels(state, 0).values()]).toEqual([
      'v = 7',
      'asked 1: v = 7',
      'asked 2: v = 7',
      'again: v = 7',
      'rest: v = 7',
    ]);
  });
});
