import { describe, expect, it } from 'vitest';
import { defaultExperiment, defaultStrategy } from '../experiment/defaults.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { scriptedModel, type Script } from '../policy/testing/scripted-model.ts';
import { fold } from '../run/fold.ts';
import { emptyRun } from '../run/state.ts';
import { runExperiment } from './run-experiment.ts';

const toFailure = (error: unknown) => ({ code: (error as { code?: string }).code ?? 'bug', message: (error as Error).message, advice: '' });

async function run(experiment: Partial<Experiment>, script: Script) {
  const model = scriptedModel(script);
  const log = [];
  const whole: Experiment = { ...defaultExperiment('countdown', experiment.strategy?.kind ?? 'chain-of-thought'), ...experiment };
  for await (const entry of runExperiment(whole, model, { now: () => 0, signal: new AbortController().signal, toFailure })) log.push(entry);
  return { state: fold(emptyRun, log), prompts: model.prompts };
}

describe('the token budget of an experiment', () => {
  const completions = ['9 - 3 = 6 </think> 24', '1 2 3 </think> 24'];

  it('is shared out so that no run draws more', async () => {
    const vote = defaultStrategy('self-consistency');
    expect((await run({ strategy: vote }, { completions })).state.tokens).toBe(48);
    const { state } = await run({ strategy: vote, budget: { tokens: 25 } }, { completions });
    expect(state).toMatchObject({ status: 'finished', tokens: 24 });
    expect((await run({ strategy: vote, budget: { tokens: 7 } }, { completions })).state).toMatchObject({ status: 'finished', tokens: 0, chosen: { by: { rule: 'no-answer' } } });
  });
});

describe('a thought to start from', () => {
  it('goes before what is drawn, and its steps are checked with the others', async () => {
    const { state, prompts } = await run(
      { start: { text: '13 - 10 = 3; 9 - 3' }, strategy: { ...defaultStrategy('best-of-n'), samples: 1, verifier: { kind: 'rule' } } },
      { completions: ['= 6; 4 * 6 = 24; </think> 4 * (9 - (13 - 10))'] },
    );
    expect(prompts).toEqual(['countdown think low 13 - 10 = 3; 9 - 3']);
    expect(state.sequences[0]).toMatchObject({ score: { steps: [1, 1, 1], score: 1 } });
    expect(state.grade).toMatchObject({ outcome: 'right' });
  });

  it('that is more than a thought fails in words', async () => {
    const { state } = await run({ start: { text: '9 </think> 24' } }, { completions: [''] });
    expect(state).toMatchObject({ status: 'failed', failure: { code: 'unsupported', message: 'A thought to start from cannot contain “</think>”.' } });
  });
});

describe('the reference answer', () => {
  const strategy = { ...defaultStrategy('best-of-n'), samples: 2 };
  const completions = ['</think> 4 + 9', '</think> 4 * (9 - (13 - 10))'];

  it('is known to the oracle that an experiment names', async () => {
    const { state } = await run({ strategy: { ...strategy, verifier: { kind: 'oracle' } } }, { completions });
    expect(state).toMatchObject({ chosen: { by: { rule: 'best-score', sequence: 1 } }, grade: { outcome: 'right' } });
  });

  it('a verifier that does not fit fails in words', async () => {
    const { state } = await run({ strategy: { ...strategy, verifier: { kind: 'process' } } }, { completions });
    expect(state).toMatchObject({ status: 'failed', failure: { code: 'unsupported' } });
  });
});
