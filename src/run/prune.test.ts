import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { logOfEvents, rootEvent, stepEvents, tokensOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { prunedAt, prunes } from './prune.ts';
import { emptyRun } from './state.ts';

const events = [
  rootEvent,
  ...stepEvents(1, 0, '9 - 3 = 6 [4 _]'),
  ...stepEvents(2, 1, '</think> 24', 'terminal'),
];
const experiment = defaultExperiment('countdown', 'mcts');
const tree = fold(emptyRun, logOfEvents(events, experiment));

describe('a pruned step', () => {
  test('is named by all that was written up to it, so that its parent is another', () => {
    expect(prunedAt(tree, 1)).toEqual({ ...experiment, pruned: ['9 - 3 = 6 [4]'] });
    expect(prunedAt(tree, 2)).toEqual({ ...experiment, pruned: ['9 - 3 = 6 [4] </think> 24'] });
  });

  test('is not the root, nor a step too many, nor the same twice', () => {
    expect(prunedAt(tree, 0)).toBeNull();
    expect(prunedAt(tree, 9)).toBeNull();
    expect(prunedAt(emptyRun, 1)).toBeNull();
    const full = { ...experiment, pruned: Array.from({ length: 16 }, (_, index) => `path ${index}`) };
    expect(prunedAt(fold(emptyRun, logOfEvents(events, full)), 1)).toBeNull();
    const once = { ...experiment, pruned: ['9 - 3 = 6 [4]'] };
    expect(prunedAt(fold(emptyRun, logOfEvents(events, once)), 1)).toEqual(once);
  });

  test('is known again as it is written, after the same start', () => {
    const start = { text: '8 - 8 = 0 [4 9 3]' };
    const pruned = prunedAt(fold(emptyRun, logOfEvents(events, { ...experiment, start })), 1)!;
    expect(prunes(pruned)?.(tokensOf('9 - 3 = 6 [4 _]'))).toBe(true);
    expect(prunes(pruned)?.(tokensOf('9 - 3 = 6 [5 _]'))).toBe(false);
    expect(prunes({ ...pruned, start: { text: '8' } })?.(tokensOf('9 - 3 = 6 [4 _]'))).toBe(false);
    expect(prunes(experiment)).toBeNull();
  });
});
