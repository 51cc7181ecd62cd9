import { describe, expect, it } from 'vitest';
import { randomStream } from '#policy/runtime/random.ts';
import type { RStarNode } from './node.ts';
import { selectByUct } from './uct.ts';

describe('UCT', () => {
  const node = (id: number, visits: number, total: number, children: RStarNode[] = []): RStarNode => ({
    id,
    parent: null,
    depth: 0,
    origin: 'step',
    steps: [],
    path: [],
    end: 'open',
    written: [],
    answer: null,
    sequence: null,
    reward: 0,
    asked: null,
    questions: 0,
    children,
    visits,
    total,
  });

  it('is Q/N + c·√(ln N_parent / N)', () => {
    const { rows, chosen, rule } = selectByUct(
      node(0, 10, 0, [node(1, 8, 6), node(2, 2, 0.5)]),
      2,
      randomStream(1, 0),
    );
    expect(rule).toBe('uct');
    expect(rows[0]!.q).toBe(0.75);
    expect(rows[0]!.exploration).toBeCloseTo(2 * Math.sqrt(Math.log(10) / 8), 12);
    expect(rows[1]!.score).toBeCloseTo(0.25 + 2 * Math.sqrt(Math.log(10) / 2), 12);
    expect(chosen).toBe(2);
  });

  it('takes unvisited children first, at random, and the earlier of equals', () => {
    const open = node(0, 3, 0, [node(1, 3, 3), node(2, 0, 0), node(3, 0, 0)]);
    const random = randomStream(5, 0);
    const picked = new Set(Array.from({ length: 30 }, () => selectByUct(open, 2, random).chosen));
    expect(picked).toEqual(new Set([2, 3]));
    expect(selectByUct(node(0, 4, 0, [node(1, 2, 1), node(2, 2, 1)]), 2, random).chosen).toBe(1);
  });
});
