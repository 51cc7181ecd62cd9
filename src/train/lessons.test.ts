import { describe, expect, it } from 'vitest';
import { groupAdvantages } from '#lab/grpo/advantages.ts';
import type { SequenceLogs, WrittenTrace } from './lane.ts';
import { lessonsOf, pushesOf, ruleOf, weighedTraces } from './lessons.ts';
import { trainingPresets, usualGrpo } from './presets.ts';
import type { TrainingSetup } from './setup.ts';
import reference from './testing/objective.reference.json' with { type: 'json' };

const trace = (length: number, right = true): WrittenTrace => ({
  sequence: { tokens: Array<number>(length + 3).fill(1), start: 3 },
  text: '',
  answer: null,
  right,
  formed: true,
  thought: 0,
  waits: 0,
  ends: [length + 2],
});

describe('what an update learns', () => {
  /* `python3 -m training.commands.gradients` writes what PyTorch makes of the same rewards and log-probabilities. */
  const all = reference.groups.flat();
  const { clip, beta, floor } = reference;
  const setup: TrainingSetup = {
    ...trainingPresets.zero,
    method: { ...usualGrpo, clipLow: clip, clipHigh: clip, beta, floor },
  };
  const logs = all.map((one): SequenceLogs => ({
    policy: Float32Array.from(one.old),
    reference: Float32Array.from(one.reference),
  }));

  it('weighs traces as the training does', () => {
    for (const group of reference.groups)
      groupAdvantages(
        group.map(({ reward }) => reward),
        { byDeviation: true, floor },
      ).advantages.forEach((advantage, at) => expect(advantage).toBeCloseTo(group[at]?.advantage ?? NaN, 10));
  });

  it('pushes every token as hard as the training does, term by term', () => {
    const lessons = lessonsOf(
      setup,
      all.map(({ now, advantage }) => ({ trace: trace(now.length), advantage })),
      logs,
    );
    let [kl, clipped] = [0, 0];
    lessons.forEach((lesson, at) => {
      const given = all[at];
      const pushed = pushesOf(lesson, Float32Array.from(given?.now ?? []), ruleOf(setup, all.length));
      given?.pushes.forEach((push, place) => expect(pushed.pushes[place]).toBeCloseTo(push, 6));
      kl += pushed.kl;
      clipped += pushed.clipped;
    });
    expect(kl).toBeCloseTo(reference.kl, 4);
    expect(clipped).toBe(reference.clipped);
    expect(clipped).toBeGreaterThan(0);
  });

  it('on the policy that wrote the traces is the advantage, by trace, by token or by a constant', () => {
    const traces = [
      { trace: trace(2), advantage: 1 },
      { trace: trace(6, false), advantage: -1 },
    ];
    const pushes = (averaging: typeof usualGrpo.averaging) =>
      lessonsOf({ ...setup, method: { ...usualGrpo, averaging } }, traces, null).map(
        (lesson) => pushesOf(lesson, new Float32Array([-1, -2]), ruleOf(setup, 2)).pushes[0],
      );
    expect(pushes({ by: 'trace' })).toEqual([1 / 4, -1 / 12].map(Math.fround));
    expect(pushes({ by: 'token' })).toEqual([1 / 8, -1 / 8]);
    expect(pushes({ by: 'constant', tokens: 50 })).toEqual([1 / 100, -1 / 100].map(Math.fround));
  });

  it('of STaR imitates what was right, and nothing else', () => {
    const star: TrainingSetup = { ...setup, method: { kind: 'star', keep: 1 } };
    const group = {
      problem: { family: 'countdown' as const, numbers: [1, 2, 3, 4], target: 24 },
      effort: 'low' as const,
      traces: [trace(3, false), trace(5)],
      rewards: [0, 1],
      advantages: [0, 1],
      silent: false,
    };
    const weighed = weighedTraces(star, group);
    expect(weighed).toEqual([{ trace: group.traces[1], advantage: 1 }]);
    const [lesson] = lessonsOf(star, weighed, null);
    const { pushes, clipped } = pushesOf(lesson!, new Float32Array(5).fill(-9), ruleOf(star, 1));
    expect([...pushes]).toEqual(Array(5).fill(Math.fround(1 / 5)));
    expect(clipped).toBe(0);
  });

  it('teaches the value head the outcome', () => {
    const [right, wrong] = lessonsOf(
      setup,
      [
        { trace: trace(2), advantage: 1 },
        { trace: trace(2, false), advantage: -1 },
      ],
      null,
    );
    expect([right?.values, wrong?.values]).toEqual([[{ at: 4, label: 1 }], [{ at: 4, label: 0 }]]);
  });
});
