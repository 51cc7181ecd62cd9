import { describe, expect, it } from 'vitest';
import { nodeValue } from '#run/tree-state.ts';
import { isUnjudged, nodeSentence, nodeValueWords } from './node-words.ts';
import { drawnState } from './testing/drawn-state.ts';

const drawing = `
  root
    a
    b
    c`;

describe('a node in words', () => {
  const state = drawnState(drawing, [
    {
      type: 'node-scored',
      node: 1,
      score: 0,
      verifier: 'rollouts',
      why: { kind: 'completions', estimate: 'soft', missing: null },
    },
    {
      type: 'node-scored',
      node: 2,
      score: null,
      verifier: 'rollouts',
      why: { kind: 'budget-spent' },
    },
  ]);

  it('tells a score of 0 from none, and both from a node that nobody looked at', () => {
    const [, zero, none, unseen] = state.tree;
    expect([zero, none, unseen].map((node) => nodeValue(node!))).toEqual([0, null, null]);
    expect([zero, none, unseen].map((node) => nodeValueWords(node!))).toEqual([
      'score 0.00',
      'not judged',
      null,
    ]);
    expect([zero, none, unseen].map((node) => isUnjudged(node!))).toEqual([false, true, false]);
  });

  it('says so to those who hear the page', () => {
    expect(nodeSentence(state, 1)).toBe('a, step 1, score 0.00');
    expect(nodeSentence(state, 2)).toBe('b, step 1, not judged');
    expect(nodeSentence(state, 3)).toBe('c, step 1');
  });
});
