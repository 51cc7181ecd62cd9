import { describe, expect, it } from 'vitest';
import { logOfEvents, tokensOf } from '#run/testing/fixtures.ts';
import type { RunEvent } from '#run/events.ts';
import { Recall } from './recall.ts';
import type { SequenceLabel } from '#run/facts/label.ts';

const start = (sequence: number, label: SequenceLabel = { kind: 'trace', number: sequence }): RunEvent => ({
  type: 'sequence-started',
  sequence,
  label,
  prompt: tokensOf('24 : 4 9'),
});
/** Token ids are places in the line. */
const tokens = (sequence: number, line: string): RunEvent[] =>
  tokensOf(line).map((token) => ({ type: 'token', sequence, token }));
const texts = (recall: Recall, sequence: number, forced: readonly number[] = []) =>
  recall
    .next(sequence, forced)
    .map(({ text }) => text)
    .join(' ');

describe('what an interrupted run had written', () => {
  const written = tokens(0, '4 + 9 !Wait 13 </think>');
  const log = logOfEvents([
    start(0),
    ...written,
    start(1),
    ...tokens(1, '7'),
    { type: 'sequence-ended', sequence: 1, reason: 'stop' },
  ]);

  it('is recalled draw by draw: up to what a strategy put there, then with that', () => {
    const recall = new Recall(log);
    recall.follow(start(0));
    expect(texts(recall, 0)).toBe('4 + 9');
    for (const event of written.slice(0, 3)) recall.follow(event);
    expect(texts(recall, 0, [3])).toBe('Wait 13 </think>');
    expect(texts(recall, 0)).toBe('');
    expect(texts(recall, 5)).toBe('');
  });

  it('is not taken for what is asked now where another word was put there', () => {
    const recall = new Recall(log);
    for (const event of [start(0), ...written.slice(0, 3)]) recall.follow(event);
    expect(texts(recall, 0, [8])).toBe('');
  });

  it.each<readonly [string, readonly RunEvent[]]>([
    ['another token', [start(0), ...tokens(0, 'x !Wait').slice(1)]],
    ['another label', [start(0, { kind: 'attempt', chain: 1, attempt: 1 })]],
    ['a trace that ends earlier', [start(0), { type: 'sequence-ended', sequence: 0, reason: 'stop' }]],
    ['a trace that goes on after its end', [start(1), ...tokens(1, '7 8')]],
  ])('is not recalled any more after %s', (_, events) => {
    const recall = new Recall(log);
    expect(texts(recall, 1)).toBe('7');
    for (const event of events) recall.follow(event);
    expect(texts(recall, 1)).toBe('');
    expect(texts(recall, 0)).toBe('');
  });
});
