import { describe, expect, it } from 'vitest';
import { searchMcts } from './testing/mcts-tree.ts';

describe('reading the answer out', () => {
  // The policy likes end 7, the verifier end 9; two derivations say 5.
  const drawing = `
    root
      a; .5 p.8
        end 7 .5 p.8
        end 5 .4 p.2
      b; .6 p.2
        end 9 .9 p.5
        end 5 .1 p.5`;
  it.each([
    ['most-visited', 'answer 7 by most-visited at end 7'],
    ['best-value', 'answer 9 by best-node at end 9'],
    ['best-terminal', 'answer 9 by best-node at end 9'],
    ['majority', 'answer 5 by majority'],
    ['weighted-vote', 'answer 9 by weighted-vote'],
  ] as const)('%s', async (readout, expected) => {
    const { lines } = await searchMcts(drawing, { readout, simulations: 30, exploration: 2 });
    expect(lines.at(-1)).toBe(expected);
  });

  it('has no answer before the first finished trace was visited', async () => {
    for (const readout of [
      'most-visited',
      'best-value',
      'best-terminal',
      'majority',
      'weighted-vote',
    ] as const) {
      const { lines } = await searchMcts(drawing, { readout, simulations: 1 });
      expect(lines.at(-1)).toBe('answer none by no-answer');
    }
  });
});
