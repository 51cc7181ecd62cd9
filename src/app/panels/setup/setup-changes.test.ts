import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { mainKnobsOf, strategyKinds } from '#experiment/strategies.ts';
import { setupChanges } from './setup-changes.ts';

const beam = defaultExperiment('countdown', 'beam-search');
const chain: Experiment = { ...beam, strategy: { kind: 'chain-of-thought', effort: 'low' } };

describe('how a setup differs from a run', () => {
  it('says nothing where it does not', () => {
    expect(setupChanges(beam, structuredClone(beam))).toEqual([]);
  });

  it('names a knob with what it was and is, as its control shows them', () => {
    expect(
      setupChanges(beam, {
        ...beam,
        strategy: { ...beam.strategy, width: 8, choose: 'weighted-vote' } as Experiment['strategy'],
        seed: 7,
      }),
    ).toEqual(['Width 4 → 8', 'Choose Best trace → Weighted vote', 'Seed 1 → 7']);
  });

  it('names another strategy, and none of its knobs', () => {
    expect(setupChanges(beam, chain)).toEqual(['now Chain of thought']);
  });

  it('names another problem and model', () => {
    expect(
      setupChanges(beam, {
        ...beam,
        problem: { family: 'countdown', numbers: [1, 2, 3, 4], target: 24 },
        model: 'countdown-large',
      }),
    ).toEqual(['another problem', 'now Countdown 4M']);
  });
});

it.each(strategyKinds)('%s: four knobs at most are the main ones, each once', (kind) => {
  const main = mainKnobsOf(kind);
  expect(main.length).toBeGreaterThan(0);
  expect(main.length).toBeLessThanOrEqual(4);
  expect(new Set(main).size).toBe(main.length);
});
