import type { ValueLabel } from '#policy/runtime/train-engine.ts';
import { tokenTerm, weightOf } from '#lab/grpo/objective.ts';
import type { JudgedGroup } from './judged.ts';
import type { LessonRule, SequenceLogs, TraceLesson, WrittenTrace } from './lane.ts';
import { written } from './rewards.ts';
import type { TrainingSetup } from './setup.ts';

/** A trace to learn from, and how it was weighed. */
export interface WeighedTrace {
  readonly trace: WrittenTrace;
  readonly advantage: number;
}

/** The traces of a group that are learnt from: all of them, but of STaR only those that are imitated. */
export function weighedTraces({ method }: TrainingSetup, group: JudgedGroup): readonly WeighedTrace[] {
  const all = group.traces.map((trace, at) => ({ trace, advantage: group.advantages[at] ?? 0 }));
  return method.kind === 'star' ? all.filter(({ advantage }) => advantage > 0) : all;
}

/**
 * What an update is to learn of its traces. The mean over traces or tokens is over all of the update, as in `training/rl/grpo/update.py`;
 * STaR's loss is the mean over tokens.
 *
 * @param logs of each trace under the policy that wrote it and under the reference; null where they were not asked for.
 */
export function lessonsOf(
  { method }: TrainingSetup,
  traces: readonly WeighedTrace[],
  logs: readonly SequenceLogs[] | null,
): readonly TraceLesson[] {
  const averaging = method.kind === 'grpo' ? method.averaging : ({ by: 'token' } as const);
  const all = traces.reduce((sum, { trace }) => sum + written(trace), 0);
  return traces.map(({ trace, advantage }, at) => ({
    sequence: trace.sequence,
    advantage,
    weight: weightOf(averaging, { traces: traces.length, own: written(trace), all }),
    old: logs?.[at]?.policy ?? null,
    reference: logs?.[at]?.reference ?? null,
    values: valueLabels(trace),
  }));
}

/** What is imitated is pushed as it is, whatever its ratio: it is clipped nowhere and kept close to nothing. */
export function ruleOf({ method, temperature, valueWeight }: TrainingSetup, traces: number): LessonRule {
  const { clipLow, clipHigh, beta } =
    method.kind === 'grpo' ? method : { clipLow: 1, clipHigh: Infinity, beta: 0 };
  // The mean over traces: a label counts as in `training/rl/grpo/update.py`.
  return { clipLow, clipHigh, beta, temperature, valueWeight: valueWeight / traces };
}

/**
 * The value head's labels: at the end of each step whether the answer was right in the end. That is the outcome, where the models that
 * ship learnt from the exact label of each step; it needs nothing that the reward does not know.
 */
const valueLabels = ({ ends, right }: WrittenTrace): readonly ValueLabel[] =>
  ends.map((at) => ({ at, label: Number(right) }));

/** How hard each written token of a trace is pushed, and what the measures need. */
export function pushesOf(
  { advantage, weight, old, reference }: Omit<TraceLesson, 'sequence' | 'values'>,
  logs: Float32Array,
  rule: LessonRule,
): { readonly pushes: Float32Array; readonly kl: number; readonly clipped: number } {
  let [kl, clipped] = [0, 0];
  const pushes = logs.map((now, at) => {
    const term = tokenTerm(
      { old: old?.[at] ?? now, now, reference: reference?.[at] ?? now },
      advantage,
      rule,
    );
    kl += term.kl;
    clipped += Number(term.clipped);
    return term.push * weight;
  });
  return { pushes, kl, clipped };
}
