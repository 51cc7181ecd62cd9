import { knobsOf } from '#experiment/strategies.ts';
import { describe, expect, it } from 'vitest';
import { defaultStrategy } from '#experiment/defaults.ts';
import { strategyKinds } from '../strategy-kinds.ts';
import { knobValue, withKnob, withVerifierKnob } from './with-knob.ts';

describe('withKnob', () => {
  it.each(strategyKinds)('sets every knob of %s to what it is, and leaves it so', (kind) => {
    const strategy = defaultStrategy(kind);
    for (const knob of knobsOf(kind))
      expect(withKnob(strategy, knob, knobValue(strategy, knob))).toEqual(strategy);
  });
  it('takes only what the schema allows', () => {
    const mcts = defaultStrategy('mcts');
    expect(withKnob(mcts, 'simulations', 60)).toMatchObject({ simulations: 60 });
    expect(withKnob(mcts, 'simulations', 1e9)).toBe(mcts);
    expect(
      withVerifierKnob({ kind: 'rollouts', rollouts: 4, estimate: 'soft' }, 'estimate', 'hard'),
    ).toMatchObject({ estimate: 'hard' });
  });
});
