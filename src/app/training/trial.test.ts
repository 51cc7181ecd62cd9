import { describe, expect, it } from 'vitest';
import { defaultExperiment, defaultProblem } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { testApp } from '../testing/fakes.ts';
import { comparedExperiments } from '../store/compare.ts';
import { emptyLibrary } from '../store/library-state.ts';
import { pairOf, trialComparison, trialOf } from './trial.ts';

const zero = pairOf('arithmetic-zero')!;
const problem: Problem = { family: 'arithmetic', terms: [{ sign: '+', left: 12, right: 7 }] };

describe('a trial', () => {
  it('is of the base and the model that learnt from it, whichever is asked about', () => {
    expect([zero.before?.id, zero.after.id]).toEqual(['arithmetic-base', 'arithmetic-zero']);
    expect(pairOf('arithmetic-base')).toEqual(zero);
  });
  it('is not offered of a model that reinforcement learning had nothing to do with', () => {
    expect(pairOf('countdown')).toBeNull();
    expect(pairOf('no-such-model')).toBeNull();
    expect(embeddedModels.filter(({ id }) => pairOf(id)).map(({ id }) => id)).toContain('arithmetic-zero');
  });
  it('keeps the problem where the models know it, and differs in nothing but the model', () => {
    const draft = {
      ...defaultExperiment('arithmetic', 'mcts'),
      problem,
      seed: 5,
      budget: { tokens: 50 },
      start: { text: '12' },
    };
    const { model, ...before } = trialOf(draft, zero.before!);
    const { model: other, ...after } = trialOf(draft, zero.after);
    expect([model, other]).toEqual(['arithmetic-base', 'arithmetic-zero']);
    expect(before).toEqual(after);
    expect(before).toEqual({
      problem,
      strategy: { kind: 'chain-of-thought', effort: 'high' },
      sampling: expect.objectContaining({ temperature: 0 }) as unknown,
      seed: 5,
      budget: { tokens: 0 },
    });
  });
  it('side by side is of both with the same settings too', () => {
    const draft = { ...defaultExperiment('arithmetic', 'mcts'), problem, seed: 5 };
    const after = trialOf(draft, zero.after);
    const both = comparedExperiments(after, trialComparison(zero.before!), emptyLibrary);
    expect(both).toEqual(
      [trialOf(draft, zero.before!), after].map((one) => ({ ...one, budget: { tokens: 2000 } })),
    );
  });
  it('brings a problem of its own where they do not', () => {
    expect(trialOf(defaultExperiment('countdown'), embeddedModel('arithmetic-zero')!).problem).toEqual(
      defaultProblem('arithmetic'),
    );
  });
});

describe('the dialog', () => {
  it('knows whose training it tells of, and closes like any other', async () => {
    const { app } = await testApp();
    app.view.openTraining('arithmetic-zero');
    expect(app.store.getState()).toMatchObject({ dialog: 'training', training: 'arithmetic-zero' });
    app.view.openDialog('none');
    expect(app.store.getState().dialog).toBe('none');
  });
});
