import { beforeAll, describe, expect, it } from 'vitest';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment, StrategyOf } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { runDifference } from '#run/testing/run-difference.ts';
import type { LogEntry } from '#run/events.ts';
import { exportRun } from '#run/export.ts';
import { fold } from '#run/fold.ts';
import { importRun } from '#run/import.ts';
import { emptyRun } from '#run/state.ts';
import { sentenceOf } from '#words/step-sentence.ts';
import { traceText } from '#run/trace-text.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';
import { readExperiment } from './read-experiment.ts';
import { labelText } from '#words/labels.ts';

/** One model searches and another one completes what it wrote a second time, on the real models that ship. */

let policy: LanguageModel;
let other: LanguageModel;
beforeAll(async () => {
  [policy, other] = await Promise.all([openForCli('arithmetic'), openForCli('arithmetic-r1')]);
});

const around = () => ({
  ...surroundings(new AbortController().signal),
  openVerifier: (id: string) => (id === 'arithmetic-r1' ? Promise.resolve(other) : openForCli(id)),
});
const sum: Problem = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 47, right: 6 },
    { sign: '-', left: 38, right: 7 },
    { sign: '+', left: 89, right: 8 },
  ],
};
const small: StrategyOf<'rstar'> = { ...defaultStrategy('rstar'), rollouts: 4, lastVotes: 4, checks: 2 };
const experimentOf = (discriminator: string | undefined, changes: Partial<Experiment> = {}): Experiment => ({
  ...defaultExperiment('arithmetic', 'rstar'),
  problem: sum,
  strategy: { ...small, ...(discriminator === undefined ? {} : { discriminator }) },
  ...changes,
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
const checksOf = (log: readonly LogEntry[]) =>
  fold(emptyRun, log).sequences.filter(({ label }) => label.kind === 'check');

describe('a model that writes another one’s second samplings', () => {
  it('writes those and nothing else, named in the log and counted', async () => {
    const before = [policy, other].map((model) => model.usage().decodedTokens);
    const log = await run(experimentOf('arithmetic-r1'));
    const after = [policy, other].map((model) => model.usage().decodedTokens);
    const state = fold(emptyRun, log);
    expect(state).toMatchObject({
      status: 'finished',
      verifierModel: { id: 'arithmetic-r1', weightsSha256: other.info.weightsSha256 },
      chosen: { by: { rule: 'confirmed-answer' } },
    });
    expect(sentenceOf(log[0]!.event, state)).toMatch(
      /; Arithmetic 0.8M, R1-style completes its traces a second time$/,
    );
    const checks = checksOf(log);
    expect(checks.length).toBeGreaterThan(3);
    for (const { label } of checks)
      expect(labelText(label)).toMatch(/^Check [12] of node \d+, by Arithmetic 0.8M, R1-style$/);
    const written = checks.reduce((total, { tokens }) => total + tokens.length, 0);
    expect(after[1]! - before[1]!).toBe(written);
    expect(after[0]! - before[0]!).toBe(state.tokens - written);
    expect(state.usage.decodedTokens).toBe(state.tokens);
  });

  it('leaves the search as it is, and cuts the same traces at the same places', async () => {
    const [own, others] = [await run(experimentOf(undefined)), await run(experimentOf('arithmetic-r1'))];
    expect(fold(emptyRun, others).tree.map(({ node, parent, visits }) => [node, parent, visits])).toEqual(
      fold(emptyRun, own).tree.map(({ node, parent, visits }) => [node, parent, visits]),
    );
    expect(checksOf(others).map(({ tokens }) => traceText(tokens))).not.toEqual(
      checksOf(own).map(({ tokens }) => traceText(tokens)),
    );
    expect(checksOf(others).map(({ prompt }) => traceText(prompt))).toEqual(
      checksOf(own).map(({ prompt }) => traceText(prompt)),
    );
    // The model itself, by name, is no other one.
    expect(checksOf(await run(experimentOf('arithmetic'))).map(({ tokens }) => traceText(tokens))).toEqual(
      checksOf(own).map(({ tokens }) => traceText(tokens)),
    );
  });

  it('goes on from a log, which is saved and opened as it is', async () => {
    const experiment = experimentOf('arithmetic-r1');
    const whole = await run(experiment);
    const started = whole.findIndex(
      ({ event }) => event.type === 'sequence-started' && event.label.kind === 'check',
    );
    const saved = importRun(exportRun(experiment, whole.slice(0, started + 60)));
    if (!saved.ok) throw new Error(saved.failure.code);
    expect(runDifference(whole, await run(experiment, policy, saved.entries))).toBeNull();
  });

  it('goes on from a thought that a person began, too', async () => {
    const log = await run(experimentOf('arithmetic-r1', { start: { text: '47 * 6 = 282;' } }));
    expect(fold(emptyRun, log).status).toBe('finished');
    expect(checksOf(log).length).toBeGreaterThan(0);
    for (const { prompt } of checksOf(log)) expect(traceText(prompt)).toContain('47 * 6 = 282');
  });

  it('has its own numbers for the same words', async () => {
    const [early, journey] = await Promise.all([
      openForCli('countdown-early'),
      openForCli('countdown-journey'),
    ]);
    expect(early.info.vocabulary).not.toEqual(journey.info.vocabulary);
    const experiment: Experiment = {
      ...defaultExperiment('countdown', 'rstar'),
      model: 'countdown-early',
      strategy: { ...small, confirm: 'any', discriminator: 'countdown-journey' },
    };
    const log = await run(experiment, early);
    expect(fold(emptyRun, log).status).toBe('finished');
    expect(checksOf(log).length).toBeGreaterThan(0);
    for (const { prompt, tokens } of checksOf(log)) {
      const written = [...prompt, ...tokens];
      expect(written.map(({ id }) => journey.info.vocabulary![id])).toEqual(written.map(({ text }) => text));
      expect(traceText(prompt)).toContain('24 : 4 9 10 13');
    }
  });

  it.each([
    ['countdown', 'model-of-other-problems'],
    ['arithmetic-prm', 'only-judges'],
  ])('is refused with the reason where it is %s', async (id, why) => {
    expect((await run(experimentOf(id))).map(({ event }) => event)).toMatchObject([
      { type: 'run-failed', failure: { code: 'unsupported', why: { reason: why } } },
    ]);
  });

  it('is set on the command line as every setting', async () => {
    const read = await readExperiment(undefined, {
      problem: '47*6+38*4',
      strategy: 'rstar',
      set: ['discriminator=arithmetic-r1', 'confirm=all', 'lastVotes=16'],
    });
    expect(read.strategy).toEqual({
      ...defaultStrategy('rstar'),
      discriminator: 'arithmetic-r1',
      confirm: 'all',
      lastVotes: 16,
    });
  });
});
