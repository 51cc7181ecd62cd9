import { expect, test } from 'vitest';
import { keysOf } from '#experiment/keys-of.ts';
import { groupAdvantages } from '#lab/grpo/advantages.ts';
import { groupOf, loggedLogs, rewardsOf } from '#lab/grpo/group.ts';
import { groupObjective } from '#lab/grpo/objective.ts';
import { type GrpoSeen, type GrpoTarget, grpoTargets } from '#learn/grpo-targets.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';

const signal = new AbortController().signal;
const around = surroundings(signal);

/** All that is seen of a target: its group sampled, read by its policies, and weighed by its rule. */
async function seen({ group: experiment, rule, now }: GrpoTarget) {
  const model = await openForCli(experiment.model);
  const log: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, model, around)) log.push(entry);
  const group = groupOf(fold(emptyRun, log));
  const old = group && loggedLogs(group);
  if (!group || !old) throw new Error('no group');
  const trained = await openForCli(now.model);
  const read = await Promise.all(
    group.traces.map(({ prompt, tokens }) =>
      trained.scoring.score(
        prompt.map(({ id }) => id),
        tokens.map(({ id }) => id),
        signal,
        now.temperature,
      ),
    ),
  );
  const rewards = rewardsOf(group, rule.formatReward);
  const { advantages } = groupAdvantages(
    rewards.map(({ reward }) => reward),
    rule,
  );
  const worth = (right: boolean) => advantages[rewards.findIndex((one) => one.right === right)] ?? NaN;
  // The base is where its own training began: old policy and reference are one.
  const traces = old.map((logs, at) => ({
    advantage: advantages[at] ?? NaN,
    tokens: logs.map((one, token) => ({ old: one, now: read[at]?.[token] ?? NaN, reference: one })),
  }));
  const averaging =
    rule.averaging === 'constant'
      ? ({ by: 'constant', tokens: Math.max(...old.map(({ length }) => length)) } as const)
      : ({ by: rule.averaging } as const);
  const { clipped, tokens, kl } = groupObjective(traces, { ...rule, averaging });
  return { worthRight: worth(true), worthWrong: worth(false), clipped, tokens, kl };
}

test.each(keysOf(grpoTargets))('what a lesson says of the lens at %s is what is there', async (id) => {
  const found = await seen(grpoTargets[id]);
  const { sees } = grpoTargets[id];
  const rounded = (all: GrpoSeen) => Object.fromEntries(keysOf(all).map((key) => [key, all[key].toFixed(2)]));
  expect(rounded(found)).toEqual(rounded(sees));
});
