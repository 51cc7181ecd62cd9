import { describe, expect, it } from 'vitest';
import type { Strategy } from '#experiment/experiment.ts';
import { runScript } from './testing/run-script.ts';

describe('self-consistency', () => {
  const vote = (samples: number): Strategy => ({ kind: 'self-consistency', samples, effort: 'low' });

  it('chooses the answer of most traces and grades it', async () => {
    const { state } = await runScript(vote(5), {
      completions: ['a </think> 44', 'b b b </think> 48', 'c </think> 48', 'd d </think> 44', '</think> 48'],
    });
    expect(state.votes.map(({ display, votes, sequences }) => ({ display, votes, sequences }))).toEqual([
      { display: '48', votes: 3, sequences: [1, 2, 4] },
      { display: '44', votes: 2, sequences: [0, 3] },
    ]);
    expect(state).toMatchObject({
      chosen: { answer: { display: '48' }, by: { rule: 'majority', votes: 3, of: 5 } },
      grade: { outcome: 'right' },
    });
    expect(state.sequences.map((trace) => trace.grade?.outcome)).toEqual([
      'wrong',
      'right',
      'right',
      'wrong',
      'right',
    ]);
  });

  it('breaks a tie for the lowest-numbered trace, whichever ended first, and says so', async () => {
    const { state } = await runScript(vote(4), {
      completions: ['a long way round </think> 44', '</think> 48', '</think> 48', 'b </think> 44'],
    });
    expect(state.chosen).toMatchObject({
      answer: { display: '44' },
      by: { rule: 'majority-tie-first', votes: 2, of: 4, tied: ['44', '48'] },
    });
  });

  it('merges equal answers written differently', async () => {
    const { state } = await runScript(vote(3), {
      completions: ['</think> 48.0', '</think> 44', '</think> 96/2'],
    });
    expect(state.votes[0]).toMatchObject({ votes: 2, forms: ['48.0', '96/2'] });
  });

  it('lets traces without an answer abstain', async () => {
    const { state, log } = await runScript(vote(3), {
      completions: ['no idea', '</think> 48', 'none </think> none'],
    });
    expect(state.chosen).toMatchObject({
      answer: { display: '48' },
      by: { rule: 'majority', votes: 1, of: 1 },
    });
    expect(log.filter(({ event }) => event.type === 'vote-cast')).toHaveLength(1);
  });

  it('has no answer when no trace has one', async () => {
    const { state } = await runScript(vote(2), { completions: ['no idea'] });
    expect(state).toMatchObject({ status: 'finished', chosen: { answer: null, by: { rule: 'no-answer' } } });
  });
});
