import { samplingFor } from '#experiment/defaults.ts';
import type { Effort, Experiment } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { embeddedModel } from '#policy/embedded-models.ts';
import type { LoggedToken } from '#run/events.ts';
import type { RunState } from '#run/state.ts';
import { rewardOf, type TraceReward } from './rewards.ts';

/** A language model as a policy: the distribution softmax(logits / temperature). */
export interface Policy {
  readonly model: string;
  /** Above 0. */
  readonly temperature: number;
}

export const samePolicy = (a: Policy, b: Policy): boolean =>
  a.model === b.model && a.temperature === b.temperature;

/** One trace of a group. */
export interface GroupTrace {
  readonly prompt: readonly LoggedToken[];
  readonly tokens: readonly LoggedToken[];
  /** The answer that was read from it; null without one. */
  readonly answer: string | null;
  /** That answer is right, whatever the form. */
  readonly right: boolean;
  readonly ended: boolean;
}

/** Traces of one problem from one policy. */
export interface TraceGroup {
  readonly problem: Problem;
  readonly policy: Policy;
  readonly effort: Effort;
  readonly traces: readonly GroupTrace[];
}

export interface GroupWish {
  readonly problem: Problem;
  readonly policy: Policy;
  readonly effort: Effort;
  readonly size: number;
  readonly seed: number;
}

/** The experiment that samples a group: the traces of a vote, from the whole distribution. */
export function groupExperiment({ problem, policy, effort, size, seed }: GroupWish): Experiment {
  const model = embeddedModel(policy.model);
  const { maxTokens } = samplingFor(model ?? { capabilities: noAbilities });
  return {
    problem,
    model: policy.model,
    strategy: { kind: 'self-consistency', samples: size, effort },
    sampling: { temperature: policy.temperature, topK: 0, topP: 1, minP: 0, maxTokens },
    seed,
    budget: { tokens: 0 },
  };
}

const noAbilities = { valueHead: false, fewShot: false, instructions: false };

/**
 * The traces of a run as a group; null where they are none: its strategy does not draw whole traces side by side, its model does
 * not come with the page, or it drew from a part of the distribution alone (top-k, top-p, min-p, temperature 0), of which no
 * policy's ratio can be told.
 */
export function groupOf({ experiment, sequences }: RunState): TraceGroup | null {
  if (!experiment || !drawsGroup(experiment)) return null;
  const { problem, model, sampling, strategy } = experiment;
  const traces = sequences.filter(({ label }) => label.kind === 'trace');
  return {
    problem,
    policy: { model, temperature: sampling.temperature },
    effort: 'effort' in strategy ? strategy.effort : 'low',
    traces: traces.map(({ prompt, tokens, answer, grade, end }) => ({
      prompt,
      tokens,
      answer: answer?.display ?? null,
      right: grade?.outcome === 'right',
      ended: end !== null,
    })),
  };
}

function drawsGroup({ model, strategy, sampling, start }: Experiment): boolean {
  const together = strategy.kind === 'self-consistency' || strategy.kind === 'best-of-n';
  const { temperature, topK, topP, minP } = sampling;
  const whole = temperature > 0 && topK === 0 && topP === 1 && minP === 0;
  return together && whole && start === undefined && embeddedModel(model) !== undefined;
}

/** The rewards of a group's traces, in their order. */
export const rewardsOf = ({ traces }: TraceGroup, formatReward: number): readonly TraceReward[] =>
  traces.map(({ tokens, right }) => rewardOf(tokens, right, formatReward));

/**
 * The log-probabilities of a group's tokens as its own log has them: at temperature 1 of the model that wrote it. Null where one
 * is missing.
 */
export function loggedLogs({ traces, policy }: TraceGroup): readonly (readonly number[])[] | null {
  if (policy.temperature !== 1) return null;
  const logs = traces.map(({ tokens }) =>
    tokens.flatMap(({ logprob }) => (logprob === null ? [] : [logprob])),
  );
  return logs.every((log, at) => log.length === traces[at]?.tokens.length) ? logs : null;
}
