import { describe, expect, it } from 'vitest';
import { foldTraining, learningCurve } from './curves.ts';
import type { StepMeasures, TrainingEntry, TrainingEvent } from './events.ts';
import { trainingPresets } from './presets.ts';
import { logUntil } from './train.ts';

const setup = trainingPresets.zero;
const measures = (step: number, kl: number | null): StepMeasures => ({
  reward: step / 1000,
  accuracy: step / 1000,
  formed: 1,
  thinking: 0.12345,
  tokens: 10.26,
  waits: 0,
  kl,
  clipped: null,
  gradient: null,
  groups: 8,
  silentGroups: 1,
  written: 100,
});
const logOf = (steps: number, kl: number | null = 0.01): readonly TrainingEntry[] => {
  const done = (step: number): readonly TrainingEvent[] => [
    { type: 'step-done', step, measures: measures(step, kl), group: null },
    { type: 'held-out-measured', step, right: step, of: 400, tokens: 10, thinking: 1 },
  ];
  const model = { id: setup.model, name: 'Base', weightsSha256: '' };
  const events: readonly TrainingEvent[] = [
    { type: 'training-started', setup, model },
    ...Array.from({ length: steps }, (_, at) => done(at + 1)).flat(),
    { type: 'training-finished', step: steps },
  ];
  return events.map((event, at) => ({ at, event }));
};
const curveOf = (log: readonly TrainingEntry[]) => {
  const state = foldTraining(log);
  return state && learningCurve(state, 'What learnt.');
};

describe('the curves of a log', () => {
  it('end at any step, with what was measured after it', () => {
    const log = logOf(5);
    expect(foldTraining(log)).toMatchObject({ step: 5, standing: { kind: 'finished' } });
    const early = foldTraining(log, 2);
    expect(early).toMatchObject({ step: 2, standing: { kind: 'going-on' } });
    expect(early?.steps.map(({ step }) => step)).toEqual([1, 2]);
    expect(early?.heldOut.map(({ step }) => step)).toEqual([1, 2]);
    expect(foldTraining(logUntil(log, 2))).toEqual(early);
  });

  it('need a beginning', () => {
    expect(foldTraining([])).toBeNull();
    expect(foldTraining(logOf(2).slice(1))).toBeNull();
  });
});

describe('the curve beside a model', () => {
  it('has a mean for each point where there are more than two hundred steps', () => {
    const curve = curveOf(logOf(500));
    expect(curve).toMatchObject({ format: 1, family: 'arithmetic', what: 'What learnt.' });
    expect(curve).toHaveProperty('steps.length', 167);
    expect(curve).toHaveProperty('steps.0', {
      step: 3,
      reward: 0.002,
      accuracy: 0.002,
      thinking: 0.1235,
      tokens: 10.3,
      waits: 0,
      kl: 0.01,
    });
    expect(curve).toHaveProperty('steps.166.step', 500);
  });

  it('says nothing of a divergence that was not measured, and nothing before the second step', () => {
    expect(curveOf(logOf(3, null))).not.toHaveProperty('steps.0.kl');
    expect(curveOf(logOf(1))).toBeNull();
  });
});
