import { majority } from '#answers/majority.ts';
import { passAtK } from '#answers/pass-at-k.ts';
import { samplingFor } from '#experiment/defaults.ts';
import type { Sampling, Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { RunState } from '#run/state.ts';
import type { Surroundings } from '#strategies/run-experiment.ts';
import { mean, share, type Share } from './statistics.ts';
import { experimentsOf, isRight, sweep } from './sweep.ts';

/** A line of a model card's accuracy table. */
export interface AccuracyRow {
  readonly method: string;
  readonly accuracy: Share;
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
  surroundings: Surroundings,
  onProgress: (method: string, done: number, of: number) => void,
): Promise<readonly AccuracyRow[]> {
  const greedy: Sampling = { ...samplingFor(model.info), temperature: 0 };
  const warm: Sampling = { ...greedy, temperature: 0.7 };
  const run = (method: string, strategy: Strategy, sampling: Sampling, together: number) => {
    const experiments = experimentsOf({ model: model.info.id, strategy, sampling }, problems);
    return sweep(experiments, model, surroundings, together, (done, of) => onProgress(method, done, of));
  };
  const single = async (method: string, strategy: Strategy, sampling: Sampling): Promise<AccuracyRow> => {
    const runs = await run(method, strategy, sampling, 24);
    return {
      method,
      accuracy: share(runs.filter(isRight).length, runs.length),
      tokens: mean(runs.map((state) => state.tokens)),
    };
  };

  const rows = [
    await single('direct answer, greedy', { kind: 'direct' }, greedy),
    await single(
      'chain of thought, one attempt, greedy',
      { kind: 'chain-of-thought', effort: 'low' },
      greedy,
    ),
    await single(
      'chain of thought with "Wait", greedy',
      { kind: 'chain-of-thought', effort: 'high' },
      greedy,
    ),
    await single(
      'chain of thought with "Wait", temperature 0.7',
      { kind: 'chain-of-thought', effort: 'high' },
      warm,
    ),
  ];
  const votes = await run('self-consistency', { kind: 'self-consistency', samples, effort: 'low' }, warm, 2);
  const rightTraces = votes.map(
    (state) => state.sequences.filter((trace) => trace.grade?.outcome === 'right').length,
  );
  const tokensPerTrace = mean(votes.map((state) => state.tokens / samples));
  rows.push({
    method: 'one sample, temperature 0.7',
    accuracy: share(mean(rightTraces) * (votes.length / samples), votes.length),
    tokens: tokensPerTrace,
  });
  for (const k of [4, 8, 16, 32]) {
    const right = votes.filter((state) => majorityIsRight(state, k)).length;
    rows.push({
      method: `self-consistency, ${k} samples`,
      accuracy: share(right, votes.length),
      tokens: tokensPerTrace * k,
    });
  }
  for (const k of [8, 32]) {
    const expected = rightTraces.reduce((sum, right) => sum + passAtK(samples, right, k), 0);
    rows.push({
      method: `any of ${k} samples right (oracle)`,
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
