import { describe, expect, it } from 'vitest';
import type { Verifier } from '#verifiers/verifier.ts';
import { searchMcts } from './testing/mcts-tree.ts';

describe('evaluation', () => {
  const rolled = 'root\n  a; .2\n    b; .4\n      end 1 .6\n    c; .4\n      again ∞ .9';
  it.each([
    // A rollout draws the next steps in turn after those the expansion drew: from a again b, down to its end.
    ['value', '0.2'],
    ['rollout', '0.6'],
    ['mix', '0.4'],
  ] as const)('by %s', async (evaluation, score) => {
    const { lines } = await searchMcts(rolled, { evaluation, simulations: 1 });
    expect(lines.filter((line) => line.startsWith('score'))).toEqual([`score a ${score}`]);
  });

  it('gives 0 to a rollout that was cut off', async () => {
    const { lines } = await searchMcts('root\n  a; .8\n    again ∞ .9', {
      evaluation: 'mix',
      simulations: 1,
    });
    expect(lines.filter((line) => line.startsWith('score'))).toEqual(['score a 0.4']);
  });

  it('takes a verifier of finished traces for rollouts only', async () => {
    const verifier: Verifier = {
      kind: 'outcome',
      judges: 'traces',
      // eslint-disable-next-line require-yield -- it draws nothing
      async *score(traces) {
        return traces.map(({ finished }) => ({
          steps: [finished ? 0.75 : 0],
          why: { kind: 'yes-over-no' } as const,
        }));
      },
    };
    const { lines } = await searchMcts(rolled, { evaluation: 'rollout', simulations: 1 }, { verifier });
    expect(lines).toContain('score a 0.75');
    const { error } = await searchMcts(rolled, { evaluation: 'mix' }, { verifier });
    expect(error).toMatchObject({ code: 'unsupported' });
  });
});
