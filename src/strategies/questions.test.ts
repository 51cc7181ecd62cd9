import { describe, expect, it } from 'vitest';
import type { Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { runScript } from './testing/run-script.ts';

describe('a problem in words', () => {
  const vote: Strategy = { kind: 'self-consistency', samples: 3, effort: 'low' };
  const completions = [
    'so 12 \\boxed{12} is it </think> The answer is 18 .',
    '</think> It is \\boxed{\\text{18 rolls}}',
    '</think> 17',
  ];
  const asked = (answer?: string): Problem => ({
    family: 'question',
    text: 'How many rolls?',
    ...(answer === undefined ? {} : { answer }),
  });

  it('is voted on and graded by the reference', async () => {
    const { state } = await runScript(vote, { completions }, { problem: asked('18') });
    expect(state).toMatchObject({
      chosen: { answer: { display: '18' }, by: { rule: 'majority', votes: 2, of: 3 } },
      grade: { outcome: 'right' },
    });
    expect(state.sequences.map((trace) => trace.grade?.outcome)).toEqual(['right', 'right', 'wrong']);
  });

  it('without a reference is neither right nor wrong', async () => {
    const { state } = await runScript(vote, { completions }, { problem: asked() });
    expect(new Set([state.grade?.outcome, ...state.sequences.map((trace) => trace.grade?.outcome)])).toEqual(
      new Set(['ungraded']),
    );
  });

  it('reaches the model without its reference', async () => {
    const { prompts } = await runScript(
      { kind: 'few-shot', shots: 1 },
      { completions: ['</think> 7'] },
      { problem: asked('a-secret') },
    );
    expect(prompts.join()).not.toContain('a-secret');
  });

  it('has no oracle without a reference, and no rule at all', async () => {
    const bestOf = (kind: 'oracle' | 'rule'): Strategy => ({
      kind: 'best-of-n',
      samples: 2,
      effort: 'low',
      verifier: { kind },
      aggregation: 'last',
      choose: 'best',
    });
    for (const [kind, problem] of [
      ['oracle', asked()],
      ['rule', asked('18')],
    ] as const) {
      expect((await runScript(bestOf(kind), { completions }, { problem })).state).toMatchObject({
        status: 'failed',
        failure: { code: 'unsupported' },
      });
    }
    expect(
      (await runScript(bestOf('oracle'), { completions }, { problem: asked('17') })).state,
    ).toMatchObject({
      status: 'finished',
      grade: { outcome: 'wrong' },
    });
  });
});
