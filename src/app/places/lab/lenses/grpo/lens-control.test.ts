import { describe, expect, test } from 'vitest';
import type { Experiment } from '#experiment/experiment.ts';
import { groupExperiment } from '#lab/grpo/group.ts';
import { grpoTargets } from '#learn/grpo-targets.ts';
import type { LogEntry, RunEvent } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { answerFor, logOfEvents, tokensOf } from '#run/testing/fixtures.ts';
import type { LabWorkers } from '#worker/lab-client.ts';
import { createGrpoControl } from './lens-control.ts';
import { variantOf } from './lens-rule.ts';
import { policiesOf } from './lens-state.ts';
import { measuredGroup } from './measured-group.ts';

/** The log of a group of which so many traces are right; each token has the log-probability −0.5. */
function groupLog(experiment: Experiment, right: number): readonly LogEntry[] {
  const samples = experiment.strategy.kind === 'self-consistency' ? experiment.strategy.samples : 0;
  const traces = Array.from({ length: samples }, (_, sequence): readonly RunEvent[] => [
    {
      type: 'sequence-started',
      sequence,
      label: { kind: 'trace', number: sequence + 1 },
      prompt: tokensOf('4 5'),
    },
    ...['6', '</think>', '7', '<eos>'].map((text): RunEvent => {
      const [token] = tokensOf(text);
      if (!token) throw new Error('no token');
      return { type: 'token', sequence, token: { ...token, text, logprob: -0.5 } };
    }),
    { type: 'sequence-ended', sequence, reason: 'end-of-text' },
    { type: 'answer-extracted', sequence, answer: answerFor('7') },
    {
      type: 'answer-graded',
      sequence,
      grade: {
        outcome: sequence < right ? 'right' : 'wrong',
        reason: { kind: 'other-name', name: '7', reference: '8' },
      },
    },
  ]);
  return logOfEvents([...traces.flat(), { type: 'run-finished', grade: null }], experiment);
}

/** @param rightOf right traces of the so-manieth group that is drawn. */
function setUp(rightOf: (run: number) => number) {
  let runs = 0;
  const scored: string[] = [];
  const ran: Experiment[] = [];
  const unused = () => Promise.reject(new Error('not of this lens'));
  const workers: LabWorkers = {
    cores: 2,
    measure: unused,
    values: unused,
    close: () => undefined,
    agree: () => undefined,
    async run(experiment, { signal, onEntries }) {
      ran.push(experiment);
      const log = groupLog(experiment, rightOf(runs++));
      onEntries?.(log.slice(0, 8));
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      return log;
    },
    async score({ model, temperature, texts }) {
      scored.push(`${model} ${temperature} ${texts.length}`);
      return texts.map(({ continuation }) => continuation.map(() => -1));
    },
  };
  const control = createGrpoControl(workers, () => 7);
  /** Until the workers have nothing more to do. */
  const done = (act: () => void) =>
    new Promise<void>((resolve) => {
      act();
      const stop = control.store.subscribe(({ busy }) => {
        if (busy) return;
        stop();
        resolve();
      });
    });
  return { control, scored, ran, done, get: control.store.getState };
}

describe('the GRPO lens', () => {
  test('draws a group and has the other two policies read it; sliders ask for nothing more', async () => {
    const { control, scored, done, get } = setUp(() => 9);
    await control.fetchProblems();
    await done(() => control.sample());
    expect(scored).toEqual([
      'arithmetic-zero 0.8 8',
      'arithmetic-zero 0.8 8',
      'arithmetic-base 1 8',
      'arithmetic-base 1 8',
    ]);
    const before = measuredGroup(get());
    expect(before?.rewards.filter(({ right }) => right)).toHaveLength(9);
    // All ratios are e^-0.5: the wrong traces' tokens lie below the clip.
    expect(before?.objective).toMatchObject({ clipped: 7 * 4, tokens: 16 * 4 });
    expect(get().selected).toEqual({ trace: 9, token: 0 });
    control.setRule({ clipLow: 0.5 });
    expect(measuredGroup(get())?.objective?.clipped).toBe(0);
    expect(scored).toHaveLength(4);
  });

  test('a target sets rule, policies and group, whatever was there before', async () => {
    const { control, ran, done, get } = setUp(() => 2);
    await control.fetchProblems();
    await done(() => control.sample());
    control.setRule({ beta: 0.2 });
    for (const { group, rule, now } of Object.values(grpoTargets)) {
      await done(() => control.aim({ group, rule, now, sees: grpoTargets.far.sees }));
      expect(ran.at(-1)).toEqual(group);
      expect(get()).toMatchObject({ rule, fromLesson: true });
      expect(get().policies).toMatchObject({ old: { model: group.model, temperature: 1 }, now });
      expect(control.isStale(get())).toBe(false);
      expect(measuredGroup(get())?.objective).not.toBeNull();
    }
  });

  test('the targets of lessons go by the rules that have names', () => {
    expect(Object.values(grpoTargets).map(({ rule }) => variantOf(rule))).toEqual([
      'dr-grpo',
      'grpo',
      'here',
    ]);
  });

  test('asks only for the policy that was changed, and for none twice', async () => {
    const { control, scored, done, get } = setUp(() => 3);
    await control.fetchProblems();
    await done(() => control.sample());
    scored.length = 0;
    const { reference } = get().policies;
    await done(() => control.setPolicy('reference', { model: 'arithmetic-sft', temperature: 1 }));
    expect(scored).toEqual(['arithmetic-sft 1 8', 'arithmetic-sft 1 8']);
    await done(() => control.setPolicy('reference', reference));
    expect(scored).toHaveLength(2);
    expect(measuredGroup(get())?.objective).not.toBeNull();
  });

  test('finds the first group without a difference, or says how many were tried', async () => {
    const { control, done, get } = setUp((run) => (run === 5 ? 16 : 1));
    await control.fetchProblems();
    const { place } = get();
    await done(() => control.seek('all-right'));
    expect(get().place).toBe(place + 6);
    expect(measuredGroup(get())?.advantages).toMatchObject({ even: true, mean: 1.1 });
    expect(control.isStale(get())).toBe(false);
    await done(() => control.seek('all-wrong'));
    expect(get().notFound).toEqual({ wanted: 'all-wrong', tried: 60 });
  });

  test('a vote of the run in Play is a group; of any other run, problem and model are taken', async () => {
    const { control, scored, done, get } = setUp(() => 0);
    const problem = { family: 'arithmetic' as const, terms: [{ sign: '+' as const, left: 47, right: 6 }] };
    const policy = { model: 'arithmetic', temperature: 0.7 };
    const experiment = groupExperiment({ problem, policy, effort: 'low', size: 8, seed: 1 });
    await done(() => control.takeRun(fold(emptyRun, groupLog(experiment, 2))));
    expect(get().group?.traces).toHaveLength(8);
    expect(get()).toMatchObject({ own: problem, size: 8, effort: 'low', policies: { old: policy } });
    // Drawn at 0.7, its log has no log-probabilities of its own policy: they are asked for.
    expect(scored[0]).toBe('arithmetic 0.7 4');
    control.takeRun({ ...emptyRun, experiment: { ...experiment, strategy: { kind: 'direct' } } });
    expect(get()).toMatchObject({ own: problem, group: null, policies: { old: { model: 'arithmetic' } } });
  });

  test('what was stopped or begun anew brings nothing more', async () => {
    const { control, done, get } = setUp((run) => run);
    await control.fetchProblems();
    control.sample();
    control.cancel();
    expect(get().busy).toBeNull();
    await done(() => control.sample());
    expect(measuredGroup(get())?.rewards.filter(({ right }) => right)).toHaveLength(1);
    expect(get().failure).toBeNull();
  });

  test('surveys many problems, and keeps what it has where it is stopped', async () => {
    const { control, done, get } = setUp((run) => (run % 2 === 0 ? 16 : 4));
    await control.fetchProblems();
    await done(() => control.survey());
    expect(get().survey?.groups).toHaveLength(40);
    expect(get().survey?.groups.filter(({ even }) => even)).toHaveLength(20);
    control.survey();
    control.cancel();
    expect(get().survey?.groups).toEqual([]);
  });
});

test('the new policy of a group that was drawn nearly greedily still has a temperature', () =>
  expect(policiesOf('countdown', 0.05).now.temperature).toBeGreaterThan(0));
