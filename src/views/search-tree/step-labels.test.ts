import { describe, expect, it } from 'vitest';
import { fold } from '#run/fold.ts';
import type { RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import { emptyRun } from '#run/state.ts';
import { logOf, tokensOf } from '#run/testing/fixtures.ts';
import { nodeSentence } from './node-words.ts';
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

  it('puts the sub-question before its answer, also where it is answered again', () => {
    const labels: readonly SequenceLabel[] = [
      { kind: 'action', action: 'sub-question', draw: 1 },
      { kind: 'action', action: 'sub-question', draw: 2 },
      { kind: 'sub-answer', question: 1, draw: 1 },
      { kind: 'sub-answer', question: 2, draw: 1 },
    ];
    const events: RunEvent[] = [logOf(['4'])[0]!.event];
    const node = (id: number, parent: number | null, sequence: number | null): RunEvent => ({
      type: 'node-created',
      node: id,
      parent,
      sequence,
      end: 'open',
      prior: null,
    });
    const wrote = (
      sequence: number,
      label: SequenceLabel,
      from: number,
      [lead, ...text]: readonly string[],
    ) => {
      events.push({ type: 'sequence-started', sequence, label, prompt: [], from });
      for (const [place, token] of tokensOf([lead, ...text].join(' ')).entries())
        events.push({ type: 'token', sequence, token: { ...token, forced: place === 0 } });
      events.push({ type: 'sequence-ended', sequence, reason: 'stop' });
    };
    events.push(node(0, null, null));
    wrote(1, labels[0]!, 0, ['Question:', 'Eva?']);
    wrote(2, labels[1]!, 0, ['Question:', 'bags?']);
    wrote(3, labels[2]!, 0, ['Answer:', 'Eva has 13']);
    wrote(4, labels[3]!, 0, ['Answer:', 'bags 24']);
    events.push(node(1, 0, 3), node(2, 0, 4));
    wrote(5, { kind: 'action', action: 're-answer', draw: 1 }, 1, ['Answer:', 'Eva has 12']);
    events.push(node(3, 1, 5));
    const state = fold(
      emptyRun,
      events.map((event, at) => ({ at, event })),
    );
    expect([...stepLabels(state, 0).values()]).toEqual(['Eva? Eva has 13', 'bags? bags 24']);
    expect([...stepLabels(state, 1).values()]).toEqual(['again: Eva? Eva has 12']);
    expect(nodeSentence(state, 2)).toMatch(/^bags\? bags 24, step 1/);
  });
});
