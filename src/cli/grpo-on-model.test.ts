import { describe, expect, it } from 'vitest';
import { openInNode } from '#policy/embedded/node.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { groupAdvantages } from '#lab/grpo/advantages.ts';
import { groupExperiment, type GroupWish, groupOf, loggedLogs, rewardsOf } from '#lab/grpo/group.ts';
import { groupObjective } from '#lab/grpo/objective.ts';

const signal = new AbortController().signal;
const wish: GroupWish = {
  problem: { family: 'arithmetic', terms: [{ sign: '+', left: 47, right: 6 }] },
  policy: { model: 'arithmetic-zero', temperature: 1 },
  effort: 'high',
  size: 8,
  seed: 3,
};

describe('a group of real traces', async () => {
  const { engine, codec, info } = await openInNode('arithmetic-zero', { slots: 16, rows: 256 });
  const model = createRuntimeModel({
    engine,
    codec,
    info,
    now: () => 0,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const log: LogEntry[] = [];
  const surroundings = {
    now: () => 0,
    signal,
    openVerifier: () => Promise.reject(new Error('none is needed')),
    unlessStalled: <T>(part: Promise<T>) => part,
  };
  for await (const entry of runExperiment(groupExperiment(wish), model, surroundings)) log.push(entry);
  const group = groupOf(fold(emptyRun, log));

  it('is what was asked for, with a reward each', () => {
    expect(group).toMatchObject({ problem: wish.problem, policy: wish.policy, effort: 'high' });
    expect(group?.traces).toHaveLength(8);
    const rewards = group ? rewardsOf(group, 0.1) : [];
    expect(rewards.map(({ right }) => right)).toEqual(group?.traces.map(({ right }) => right));
    for (const { right, formed, reward } of rewards)
      expect(reward).toBe((right ? 1 : 0) + (formed ? 0.1 : 0));
  });

  it('has the log-probabilities that scoring its texts gives, so that the ratio of a policy to itself is 1', async () => {
    const logged = group && loggedLogs(group);
    if (!group || !logged) throw new Error('the log has none');
    const scored = await Promise.all(
      group.traces.map(({ prompt, tokens }) =>
        model.scoring.score(
          prompt.map(({ id }) => id),
          tokens.map(({ id }) => id),
          signal,
        ),
      ),
    );
    expect(scored).toEqual(logged);
    const { advantages } = groupAdvantages([1.1, 0, 0, 0, 0, 0, 0, 0], { byDeviation: true, floor: 0.1 });
    const { objective, clipped } = groupObjective(
      logged.map((logs, at) => ({
        tokens: logs.map((one) => ({ old: one, now: one, reference: one })),
        advantage: advantages[at] ?? NaN,
      })),
      { clipLow: 0.2, clipHigh: 0.2, beta: 0.02, averaging: { by: 'trace' } },
    );
    expect(objective).toBeCloseTo(0, 12);
    expect(clipped).toBe(0);
  });

  it('is none where only a part of the distribution was drawn from', () => {
    const { strategy, sampling, ...rest } = groupExperiment(wish);
    const run = (change: object) =>
      groupOf({ ...emptyRun, experiment: { strategy, sampling, ...rest, ...change } });
    expect(run({})?.traces).toEqual([]);
    for (const part of [{ topP: 0.9 }, { topK: 5 }, { minP: 0.1 }, { temperature: 0 }])
      expect(run({ sampling: { ...sampling, ...part } })).toBeNull();
    expect(run({ strategy: { kind: 'direct' } })).toBeNull();
    expect(run({ model: 'a-downloaded-model' })).toBeNull();
  });
});
