import { describe, expect, it } from 'vitest';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { scriptedModel, type Script } from '#policy/testing/scripted-model.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment, type RunEnvironment } from './run-experiment.ts';

async function run(
  experiment: Partial<Experiment>,
  script: Script,
  openVerifier?: RunEnvironment['openVerifier'],
) {
  const model = scriptedModel(script);
  const log = [];
  const whole: Experiment = {
    ...defaultExperiment('countdown', experiment.strategy?.kind ?? 'chain-of-thought'),
    ...experiment,
  };
  for await (const entry of runExperiment(whole, model, {
    now: () => 0,
    signal: new AbortController().signal,
    ...(openVerifier ? { openVerifier } : {}),
  }))
    log.push(entry);
  return { state: fold(emptyRun, log), prompts: model.prompts };
}

describe('the token budget of an experiment', () => {
  const completions = ['9 - 3 = 6 </think> 24', '1 2 3 </think> 24'];

  it('is shared out so that no run draws more', async () => {
    const vote = defaultStrategy('self-consistency');
    expect((await run({ strategy: vote }, { completions })).state.tokens).toBe(48);
    const { state } = await run({ strategy: vote, budget: { tokens: 25 } }, { completions });
    expect(state).toMatchObject({ status: 'finished', tokens: 24 });
    expect((await run({ strategy: vote, budget: { tokens: 7 } }, { completions })).state).toMatchObject({
      status: 'finished',
      tokens: 0,
      chosen: { by: { rule: 'no-answer' } },
    });
  });
});

describe('a thought to start from', () => {
  it('goes before what is drawn, and its steps are checked with the others', async () => {
    const { state, prompts } = await run(
      {
        start: { text: '13 - 10 = 3; 9 - 3' },
        strategy: { ...defaultStrategy('best-of-n'), samples: 1, verifier: { kind: 'rule' } },
      },
      { completions: ['= 6; 4 * 6 = 24; </think> 4 * (9 - (13 - 10))'] },
    );
    expect(prompts).toEqual(['countdown think low 13 - 10 = 3; 9 - 3']);
    expect(state.sequences[0]).toMatchObject({ score: { steps: [1, 1, 1], score: 1 } });
    expect(state.grade).toMatchObject({ outcome: 'right' });
  });

  it('that is more than a thought fails in words', async () => {
    const { state } = await run({ start: { text: '9 </think> 24' } }, { completions: [''] });
    expect(state).toMatchObject({
      status: 'failed',
      failure: { code: 'unsupported', why: { kind: 'start-with-tag', tag: '</think>' } },
    });
  });
});

describe('a value head that gives what is no number', () => {
  const strategies = [
    { ...defaultStrategy('best-of-n'), samples: 2, verifier: { kind: 'process' } },
    { ...defaultStrategy('beam-search'), verifier: { kind: 'process' } },
    { ...defaultStrategy('mcts'), verifier: { kind: 'process' } },
  ] as const;

  it.each(strategies)('$kind fails in words, chooses nothing and keeps its log', async (strategy) => {
    const { state } = await run(
      { strategy },
      {
        completions: ['9 - 3 ; </think> 24', '4 ; </think> 24'],
        capabilities: { valueHead: true },
        value: () => NaN,
      },
    );
    expect(state).toMatchObject({
      status: 'failed',
      chosen: null,
      failure: { code: 'kernel-failed', why: { kind: 'bad-value', value: 'NaN' } },
    });
    expect(state.tokens).toBeGreaterThan(0);
  });
});

describe('a verifier that names a model', () => {
  const completions = ['9 - 3 ; </think> 24', '4 ; </think> 4 * (9 - (13 - 10))'];
  const vocabulary = [...new Set(['countdown', 'think', 'low', ...completions.join(' ').split(' ')])];
  const strategy = {
    ...defaultStrategy('best-of-n'),
    samples: 2,
    verifier: { kind: 'process', model: 'judge' },
  } as const;
  const judge = () =>
    scriptedModel({
      id: 'judge',
      completions: [''],
      capabilities: { valueHead: true },
      vocabulary,
      value: (prefix) => (prefix.includes('13') ? 0.9 : 0.1),
    });

  it('has it opened, is scored by it, and the log says which one that was', async () => {
    const asked: string[] = [];
    const { state } = await run({ strategy }, { completions, vocabulary }, (id) => {
      asked.push(id);
      return Promise.resolve(judge());
    });
    expect(asked).toEqual(['judge']);
    expect(state).toMatchObject({
      model: { id: 'scripted' },
      verifierModel: { id: 'judge', weightsSha256: '0'.repeat(64) },
      chosen: { by: { rule: 'best-score', sequence: 1, score: 0.9 } },
      grade: { outcome: 'right' },
    });
  });

  it('that is the policy itself opens nothing and counts nothing twice', async () => {
    const { state } = await run(
      { strategy: { ...strategy, verifier: { kind: 'process', model: 'scripted' } } },
      { completions, capabilities: { valueHead: true } },
    );
    expect(state).toMatchObject({ status: 'finished', verifierModel: { id: 'scripted' } });
    expect(state.usage.decodedTokens).toBe(state.tokens);
  });

  it('fails in words before it starts where it cannot be opened, and ends where the person cancels', async () => {
    const ended = async (
      openVerifier?: RunEnvironment['openVerifier'],
      signal = new AbortController().signal,
    ) => {
      const log: LogEntry[] = [];
      const around = { now: () => 0, signal, ...(openVerifier ? { openVerifier } : {}) };
      for await (const entry of runExperiment(
        { ...defaultExperiment('countdown'), strategy },
        scriptedModel({ completions }),
        around,
      ))
        log.push(entry);
      return log.map(({ event }) => event);
    };
    expect(
      await ended(() =>
        Promise.reject(
          new PolicyError({ code: 'model-not-found', why: { kind: 'no-such-judge', model: 'judge' } }),
        ),
      ),
    ).toMatchObject([
      {
        type: 'run-failed',
        failure: { code: 'model-not-found', why: { kind: 'no-such-judge', model: 'judge' } },
      },
    ]);
    expect(await ended()).toMatchObject([
      { type: 'run-failed', failure: { code: 'unsupported', why: { kind: 'no-second-model' } } },
    ]);
    expect(
      await ended(() => Promise.reject(new DOMException('', 'AbortError')), AbortSignal.abort()),
    ).toEqual([{ type: 'run-cancelled' }]);
  });

  it('fails in words where the part that searches never comes', async () => {
    const log: LogEntry[] = [];
    const around: RunEnvironment = {
      now: () => 0,
      signal: new AbortController().signal,
      unlessStalled: (part) =>
        part.then(() => {
          throw new Error('nothing came');
        }),
    };
    for await (const entry of runExperiment(
      defaultExperiment('countdown', 'tree-of-thoughts'),
      scriptedModel({ completions, capabilities: { valueHead: true } }),
      around,
    ))
      log.push(entry);
    expect(log.at(-1)!.event).toMatchObject({
      type: 'run-failed',
      failure: { code: 'part-missing', part: 'searches' },
    });
  });

  it('does not go on as the same run with another model', async () => {
    const before: LogEntry[] = [];
    const around = (sha: string) => ({
      now: () => 0,
      signal: new AbortController().signal,
      openVerifier: () => Promise.resolve({ ...judge(), info: { ...judge().info, weightsSha256: sha } }),
    });
    const experiment: Experiment = { ...defaultExperiment('countdown'), strategy };
    const policy = scriptedModel({ completions, vocabulary });
    for await (const entry of runExperiment(experiment, policy, around('a'))) before.push(entry);
    const after: LogEntry[] = [];
    for await (const entry of runExperiment(experiment, policy, around('b'), before.slice(0, 8)))
      after.push(entry);
    expect(after).toMatchObject([{ event: { type: 'run-failed', failure: { code: 'other-weights' } } }]);
  });
});

describe('the reference answer', () => {
  const strategy = { ...defaultStrategy('best-of-n'), samples: 2 };
  const completions = ['</think> 4 + 9', '</think> 4 * (9 - (13 - 10))'];

  it('is known to the oracle that an experiment names', async () => {
    const { state } = await run({ strategy: { ...strategy, verifier: { kind: 'oracle' } } }, { completions });
    expect(state).toMatchObject({
      chosen: { by: { rule: 'best-score', sequence: 1 } },
      grade: { outcome: 'right' },
    });
  });

  it('a verifier that does not fit fails in words', async () => {
    const { state } = await run(
      { strategy: { ...strategy, verifier: { kind: 'process' } } },
      { completions },
    );
    expect(state).toMatchObject({ status: 'failed', failure: { code: 'unsupported' } });
  });
});
