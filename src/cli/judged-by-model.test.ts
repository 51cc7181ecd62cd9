import { beforeAll, describe, expect, it } from 'vitest';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { heldOutArithmetic } from '#experiment/held-out/arithmetic.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { runDifference } from '#run/testing/run-difference.ts';
import type { LogEntry } from '#run/events.ts';
import { exportRun } from '#run/export.ts';
import { fold } from '#run/fold.ts';
import { importRun } from '#run/import.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';
import { valuesOf } from '#policy/model-parts.ts';

/** One model thinks and another one judges, on the real models that ship. */

let policy: LanguageModel;
let headless: LanguageModel;
let judge: LanguageModel;
beforeAll(async () => {
  [policy, headless, judge] = await Promise.all([
    openForCli('arithmetic-sft'),
    openForCli('arithmetic-small-rl'),
    openForCli('arithmetic'),
  ]);
});

const around = () => ({
  ...surroundings(new AbortController().signal),
  openVerifier: (id: string) => (id === 'arithmetic' ? Promise.resolve(judge) : openForCli(id)),
});
const experimentOf = (verifier: VerifierSpec): Experiment => ({
  ...defaultExperiment('arithmetic', 'best-of-n'),
  problem: heldOutArithmetic()[3]!.problem,
  model: 'arithmetic-sft',
  strategy: { ...defaultStrategy('best-of-n'), samples: 4, verifier },
});

async function run(
  experiment: Experiment,
  model = policy,
  interrupted?: readonly LogEntry[],
): Promise<readonly LogEntry[]> {
  const log: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, model, around(), interrupted)) log.push(entry);
  return log;
}

describe('a model that judges another one', () => {
  it('gives every trace its own value at the end', async () => {
    const before = judge.usage();
    const { sequences, verifierModel, usage, status } = fold(
      emptyRun,
      await run(experimentOf({ kind: 'outcome', model: 'arithmetic' })),
    );
    const after = judge.usage();
    expect(status).toBe('finished');
    expect(verifierModel).toMatchObject({ id: 'arithmetic', weightsSha256: judge.info.weightsSha256 });
    const ended = sequences.filter(({ end }) => end === 'end-of-text');
    expect(ended.length).toBeGreaterThan(1);
    const values = await valuesOf(judge).evaluate(
      ended.map(({ prompt, tokens }) => [...prompt, ...tokens].map(({ id }) => id)),
      new AbortController().signal,
    );
    expect(ended.map(({ score }) => score?.score)).toEqual(values);
    // It reads and writes nothing; what it read is part of what the run spent.
    expect(after.decodedTokens).toBe(before.decodedTokens);
    const read = after.prefilledTokens - before.prefilledTokens;
    expect(read).toBeGreaterThan(0);
    expect(usage.prefilledTokens).toBeGreaterThanOrEqual(read);
    expect(usage.decodedTokens).toBe(sequences.reduce((sum, { tokens }) => sum + tokens.length, 0));
  });

  it('is asked again by a run that goes on from a log, which is saved and opened as it is', async () => {
    const experiment = experimentOf({ kind: 'process', model: 'arithmetic' });
    const whole = await run(experiment);
    const saved = importRun(exportRun(experiment, whole.slice(0, 90)));
    if (!saved.ok) throw new Error(saved.failure.code);
    expect(runDifference(whole, await run(experiment, policy, saved.entries))).toBeNull();
    // The same traces, valued otherwise.
    const scoresOf = (log: readonly LogEntry[]) =>
      fold(emptyRun, log).sequences.map(({ score }) => score?.steps);
    expect(scoresOf(whole)).not.toEqual(scoresOf(await run(experimentOf({ kind: 'process' }))));
  });

  it('lets one without a value head be searched', async () => {
    const experiment: Experiment = {
      ...experimentOf({ kind: 'process' }),
      model: 'arithmetic-small-rl',
      strategy: {
        ...defaultStrategy('beam-search'),
        maxSteps: 3,
        verifier: { kind: 'process', model: 'arithmetic' },
      },
    };
    const state = fold(emptyRun, await run(experiment, headless));
    expect(state.status).toBe('finished');
    expect(state.tree.some(({ score }) => score !== null && score > 0)).toBe(true);
  });

  it('is refused with the reason where it was trained on other problems', async () => {
    const state = fold(emptyRun, await run(experimentOf({ kind: 'process', model: 'countdown' })));
    expect(state).toMatchObject({
      status: 'failed',
      failure: { code: 'unsupported', why: { reason: 'model-of-other-problems' } },
    });
  });
});
