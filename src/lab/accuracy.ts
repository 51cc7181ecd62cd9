import { majority } from '#answers/majority.ts';
import { passAtK } from '#answers/pass-at-k.ts';
import { samplingFor } from '#experiment/defaults.ts';
import type { Sampling, Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { RunState } from '#run/state.ts';
import type { RunEnvironment } from '#strategies/run-experiment.ts';
import { mean, share, type Proportion } from './statistics.ts';
import { experimentsOf } from './experiments.ts';
import { isRight, sweep } from './sweep.ts';

/** How the problems of a line were answered. */
export type Method =
  | { readonly kind: 'direct' | 'chain' | 'chain-waits' | 'chain-waits-warm' | 'one-sample' }
  | { readonly kind: 'vote' | 'oracle'; readonly samples: number };

/** A line of a model card's accuracy table. */
export interface AccuracyRow {
  readonly method: Method;
  readonly accuracy: Proportion;
  /** Tokens drawn for one problem, on average. */
  readonly tokens: number;
}

const samples = 32;

/**
 * What a model gets right without any search, on problems it never saw: direct, greedy chain of thought, one sample,
 * majority vote, any of the samples right (oracle). Votes for fewer samples use the first of the same 32.
 */
export async function accuracyTable(
  problems: readonly Problem[],
  model: LanguageModel,
  surroundings: RunEnvironment,
  onProgress: (method: Method, done: number, of: number) => void,
): Promise<readonly AccuracyRow[]> {
  const greedy: Sampling = { ...samplingFor(model.info), temperature: 0 };
  const warm: Sampling = { ...greedy, temperature: 0.7 };
  const run = (method: Method, strategy: Strategy, sampling: Sampling, together: number) => {
    const experiments = experimentsOf({ model: model.info.id, strategy, sampling }, problems);
    return sweep(experiments, model, surroundings, together, (done, of) => onProgress(method, done, of));
  };
  const single = async (
    kind: 'direct' | 'chain' | 'chain-waits' | 'chain-waits-warm',
    strategy: Strategy,
    sampling: Sampling,
  ): Promise<AccuracyRow> => {
    const runs = await run({ kind }, strategy, sampling, 24);
    return {
      method: { kind },
      accuracy: share(runs.filter(isRight).length, runs.length),
      tokens: mean(runs.map((state) => state.tokens)),
    };
  };

  const rows = [
    await single('direct', { kind: 'direct' }, greedy),
    await single('chain', { kind: 'chain-of-thought', effort: 'low' }, greedy),
    await single('chain-waits', { kind: 'chain-of-thought', effort: 'high' }, greedy),
    await single('chain-waits-warm', { kind: 'chain-of-thought', effort: 'high' }, warm),
  ];
  const votes = await run(
    { kind: 'vote', samples },
    { kind: 'self-consistency', samples, effort: 'low' },
    warm,
    2,
  );
  const rightTraces = votes.map(
    (state) => state.sequences.filter((trace) => trace.grade?.outcome === 'right').length,
  );
  const tokensPerTrace = mean(votes.map((state) => state.tokens / samples));
  rows.push({
    method: { kind: 'one-sample' },
    accuracy: share(mean(rightTraces) * (votes.length / samples), votes.length),
    tokens: tokensPerTrace,
  });
  for (const k of [4, 8, 16, 32]) {
    const right = votes.filter((state) => majorityIsRight(state, k)).length;
    rows.push({
      method: { kind: 'vote', samples: k },
      accuracy: share(right, votes.length),
      tokens: tokensPerTrace * k,
    });
  }
  for (const k of [8, 32]) {
    const expected = rightTraces.reduce((sum, right) => sum + passAtK(samples, right, k), 0);
    rows.push({
      method: { kind: 'oracle', samples: k },
      accuracy: share(expected, votes.length),
      tokens: tokensPerTrace * k,
    });
  }
  return rows;
}

/** Whether the vote among the first k traces is right. */
function majorityIsRight(state: RunState, k: number): boolean {
  const { groups } = majority(state.sequences.slice(0, k).map((trace) => trace.answer));
  const [firstVoter] = groups[0]?.sequences ?? [];
  return firstVoter !== undefined && state.sequences[firstVoter]?.grade?.outcome === 'right';
}
