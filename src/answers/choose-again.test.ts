import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Aggregation } from '#experiment/verifier.ts';
import { aggregate } from '#run/aggregate.ts';
import type { LogEntry, RunEvent } from '#run/events.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { answerFor, logOf, logOfEvents } from '#run/testing/fixtures.ts';
import { stateAt } from '#run/timeline.ts';
import { chosenAgain, waysToChoose, type WayToChoose } from './choose-again.ts';

interface Drawn {
  readonly answer: string | null;
  readonly steps: readonly (number | null)[];
}

/** The log of traces that a verifier scored by their last step, of which the best won; 18 is right. */
function bestOfN(traces: readonly Drawn[]): readonly LogEntry[] {
  const aggregation: Aggregation = 'last';
  const events = traces.flatMap(({ answer }, sequence): readonly RunEvent[] => [
    { type: 'sequence-started', sequence, label: { kind: 'trace', number: sequence + 1 }, prompt: [] },
    { type: 'sequence-ended', sequence, reason: 'end-of-text' },
    { type: 'answer-extracted', sequence, answer: answer === null ? null : answerFor(answer) },
    ...(answer === null
      ? []
      : [
          {
            type: 'answer-graded',
            sequence,
            grade: { outcome: answer === '18' ? 'right' : 'wrong', reason: { kind: 'exact-result' } },
          } as const,
        ]),
  ]);
  const scores = traces.map(({ steps }, sequence): RunEvent => ({
    type: 'trace-scored',
    sequence,
    steps,
    aggregation,
    ...aggregate(steps, aggregation),
    verifier: 'process',
    why: { kind: 'value-head', model: null, at: 'each-step' },
  }));
  return logOfEvents(
    [
      ...events,
      ...scores,
      {
        type: 'answer-chosen',
        answer: answerFor('16'),
        by: { rule: 'best-score', score: 0.9, sequence: traces.findIndex(({ answer }) => answer === '16') },
      },
      { type: 'run-finished', grade: null },
    ],
    defaultExperiment('countdown', 'best-of-n'),
  );
}

/** Two say 18 with fair steps; one says 16 with a weak first step and a strong last one; one gives no answer. */
const log = bestOfN([
  { answer: '18', steps: [0.6, 0.5] },
  { answer: '18', steps: [0.6, 0.3] },
  { answer: '16', steps: [0.2, 0.9] },
  { answer: null, steps: [1, 1] },
]);
const end = stateAt(log, log.length);
const answerBy = (way: WayToChoose, state: RunState = end) => chosenAgain(state, way).chosen;

describe('traces chosen from again', () => {
  it('give the answer of the most votes, of the most weight, or of the best trace, from the same log', () => {
    expect(answerBy('majority')).toEqual({
      answer: answerFor('18'),
      by: { rule: 'majority', votes: 2, of: 3 },
    });
    expect(answerBy('best-last')).toMatchObject({
      answer: { key: '16' },
      by: { rule: 'best-score', score: 0.9, sequence: 2 },
    });
    expect(answerBy('best-min')).toMatchObject({
      answer: { key: '18' },
      by: { rule: 'best-score', score: 0.5, sequence: 0 },
    });
    expect(answerBy('best-prod')?.by).toMatchObject({ rule: 'best-score', sequence: 0 });
    expect(answerBy('best-mean')?.by).toEqual({ rule: 'best-score', score: 0.55, sequence: 0 });
    expect(answerBy('weighted-last')).toMatchObject({ answer: { key: '16' }, by: { weight: 0.9 } });
    expect(answerBy('weighted-min')).toMatchObject({ answer: { key: '18' }, by: { weight: 0.8 } });
  });

  it('come to what the run itself chose, in its own way', () => {
    expect(answerBy('best-last')).toEqual(end.chosen);
  });

  it('have the scores, votes and grade of that way', () => {
    const again = chosenAgain(end, 'best-min');
    expect(again.sequences.map(({ score }) => score?.score)).toEqual([0.5, 0.3, 0.2, 1]);
    expect(again.sequences[0]?.score).toMatchObject({ aggregation: 'min', steps: [0.6, 0.5] });
    expect(again.votes.map(({ key, votes }) => [key, votes])).toEqual([
      ['18', 2],
      ['16', 1],
    ]);
    expect(again.grade?.outcome).toBe('right');
    expect(chosenAgain(end, 'best-last').grade?.outcome).toBe('wrong');
    expect(again.tokens).toBe(end.tokens);
  });

  it('choose nothing before the run has chosen', () => {
    const before = stateAt(log, log.length - 2);
    expect(before.chosen).toBeNull();
    expect(answerBy('majority', before)).toBeNull();
  });

  it('break a tie by the lowest-numbered trace, and say so', () => {
    const tied = bestOfN([
      { answer: '16', steps: [0.5] },
      { answer: '18', steps: [0.5] },
    ]);
    const state = stateAt(tied, tied.length);
    expect(answerBy('majority', state)).toMatchObject({
      answer: { key: '16' },
      by: { rule: 'majority-tie-first', tied: ['16', '18'] },
    });
    expect(answerBy('best-last', state)).toMatchObject({ answer: { key: '16' }, by: { sequence: 0 } });
  });
});

describe('ways to choose', () => {
  it('are those that the log has all numbers for', () => {
    expect(waysToChoose(end)).toHaveLength(9);
    const whole = bestOfN([
      { answer: '18', steps: [0.5] },
      { answer: '16', steps: [0.4] },
    ]);
    expect(waysToChoose(stateAt(whole, whole.length))).toEqual(['majority', 'weighted-last', 'best-last']);
    const votes = logOf(['4 </think> 13', '9 </think> 13']);
    expect(waysToChoose(stateAt(votes, votes.length))).toEqual(['majority']);
  });

  it('are none where there is no choice among traces', () => {
    expect(waysToChoose(emptyRun)).toEqual([]);
    const one = logOf(['4 </think> 13']);
    expect(waysToChoose(stateAt(one, one.length))).toEqual([]);
  });
});
