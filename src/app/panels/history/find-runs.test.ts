import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { nothingYet, type RunRecord } from '#app/records/summary.ts';
import { runEndOf, findRuns } from './find-runs.ts';

const run = (id: string, change: Partial<RunRecord> = {}): RunRecord => ({
  id,
  version: 2,
  experiment: defaultExperiment('countdown'),
  made: 0,
  changed: 0,
  pinned: false,
  ...nothingYet,
  entries: 1,
  pieces: 1,
  bytes: 1,
  ...change,
});
const any = { text: '', strategy: null, end: null };
const found = (runs: readonly RunRecord[], search: Partial<Parameters<typeof findRuns>[1]>) =>
  findRuns(runs, { ...any, ...search }).map(({ id }) => id);

describe('looking for a run', () => {
  const sum = run('sum', { experiment: defaultExperiment('arithmetic'), answer: '434' });
  const game = run('game', { pinned: true, status: 'finished', answer: '(9 − 3) × 4', outcome: 'right' });

  it('finds what was asked and what was answered, all words, in any case', () => {
    expect(found([sum, game], { text: '434' })).toEqual(['sum']);
    expect(found([sum, game], { text: 'CHAIN 434' })).toEqual(['sum']);
    expect(found([sum, game], { text: '434 mcts' })).toEqual([]);
  });

  it('filters by strategy and result, and puts pinned ones first', () => {
    expect(found([sum, game], {})).toEqual(['game', 'sum']);
    expect(found([sum, game], { end: 'right' })).toEqual(['game']);
    expect(found([sum, game], { end: 'broke-off' })).toEqual(['sum']);
    expect(found([sum, game], { strategy: 'mcts' })).toEqual([]);
  });

  it('tells a run without an answer from one that nobody can grade', () => {
    expect(runEndOf({ status: 'finished', answer: null, outcome: 'wrong' })).toBe('no-answer');
    expect(runEndOf({ status: 'finished', answer: '7', outcome: null })).toBe('ungraded');
    expect(runEndOf({ status: 'left', answer: '7', outcome: null })).toBe('stopped');
  });
});
