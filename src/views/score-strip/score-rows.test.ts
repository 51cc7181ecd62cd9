import { describe, expect, it } from 'vitest';
import { fold } from '#run/fold.ts';
import { logOf } from '#run/testing/fixtures.ts';
import type { RunEvent } from '#run/events.ts';
import type { Score } from '#run/score.ts';
import { emptyRun } from '#run/state.ts';
import { contestOf } from '#run/what-happened/contest.ts';
import { cellLabel, scoreDigits, scoreRows } from './score-rows.ts';

const scored = (sequence: number, steps: readonly Score[], score: Score): RunEvent => ({
  type: 'trace-scored',
  sequence,
  steps,
  aggregation: 'min',
  score,
  verifier: 'process',
  why: { kind: 'value-head', model: null, at: 'each-step' },
});
const entries = logOf([
  '4 + 9 [13] 13 - 1 [12] </think> 12',
  '4 * 9 [36] </think> 36',
  '4 </think> 4',
]).filter(({ event }) => !['answer-chosen', 'run-finished'].includes(event.type));
const state = fold(emptyRun, [
  ...entries,
  ...[scored(0, [0.9, 0.2, 0.5], 0.2), scored(1, [0.7, 0.6], 0.6)].map((event) => ({ at: 999, event })),
]);

describe('scoreRows', () => {
  it('sorts by score or by number and leaves out what has none', () => {
    expect(scoreRows(state, 'score').map(({ sequence }) => sequence)).toEqual([1, 0]);
    expect(scoreRows(state, 'trace').map(({ sequence }) => sequence)).toEqual([0, 1]);
  });
  it('sorts products that are too small for a number by their logarithms, as the choice does', () => {
    const long = (log: number) => ({ ...scored(0, [0.5], 0), log });
    const tiny = fold(emptyRun, [
      ...entries,
      ...[{ ...long(-900), sequence: 0 }, { ...long(-800), sequence: 1 }, scored(2, [0], 0)].map((event) => ({
        at: 999,
        event,
      })),
    ]);
    expect(scoreRows(tiny, 'score').map(({ sequence }) => sequence)).toEqual([1, 0, 2]);
  });
  it('marks the weakest step and says it', () => {
    const [row] = scoreRows(state, 'trace');
    expect(row!.weakest).toBe(1);
    expect(cellLabel(row!, 1)).toBe('Trace 1, step 2 of 3: 13 − 1, score 0.200, the weakest');
  });
});

describe('a trace that was not judged', () => {
  const unjudged = fold(
    state,
    [scored(2, [null], null), scored(1, [null, 0.4], null)].map((event) => ({ at: 1_000, event })),
  );
  it('comes last, however the others scored, and keeps its order among its kind', () => {
    expect(scoreRows(unjudged, 'score').map(({ sequence, score }) => [sequence, score])).toEqual([
      [0, 0.2],
      [1, null],
      [2, null],
    ]);
  });
  it('has no weakest step but among those with a score, and says of a step that it was not judged', () => {
    const [, second, third] = scoreRows(unjudged, 'trace');
    expect([second!.weakest, third!.weakest]).toEqual([1, null]);
    expect(cellLabel(second!, 0)).toBe('Trace 2, step 1 of 2: 4 × 9, not judged');
    expect(cellLabel(third!, 0)).toContain('the whole trace: 4');
    expect(cellLabel(third!, 0)).toMatch(/not judged$/);
  });
});

describe('a choice by the highest score', () => {
  const won = (...scores: readonly number[]) =>
    fold(emptyRun, [
      ...entries,
      ...scores.map((score, sequence) => ({ at: 999, event: scored(sequence, [score], score) })),
      {
        at: 999,
        event: {
          type: 'answer-chosen',
          answer: fold(emptyRun, entries).sequences[0]!.answer,
          by: { rule: 'best-score', score: scores[0]!, sequence: 0 },
        },
      },
    ]);

  it('shows as many digits as tell the winner from the next', () => {
    expect(scoreDigits(won(0.9, 0.2))).toBe(3);
    expect(scoreDigits(won(0.8623, 0.8618, 0.1))).toBe(4);
    expect(scoreDigits(won(0.86214, 0.862139))).toBe(6);
    expect(scoreDigits(state)).toBe(3);
  });

  it('knows a true tie from scores that only look alike', () => {
    expect(contestOf(won(0.862, 0.862, 0.1))).toEqual({ tied: 1, next: 0.1 });
    expect(contestOf(won(0.8621, 0.862))).toEqual({ tied: 0, next: 0.862 });
    expect(contestOf(won(0.8621))).toEqual({ tied: 0, next: null });
    expect(contestOf(state)).toBeNull();
  });
});
