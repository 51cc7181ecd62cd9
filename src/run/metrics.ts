import type { RunState } from './state.ts';

/** What a run cost, as far as it has come. Everything comes from its log. */
export interface Metrics {
  /** Tokens of all traces, forced ones among them. */
  readonly tokens: number;
  /** Of those, the ones that an interrupted run had written: they took no time of this one. */
  readonly recalledTokens: number;
  readonly thoughtTokens: number;
  readonly answerTokens: number;
  /** Prompt tokens, computed or taken from the cache. */
  readonly promptTokens: number;
  /** Share of the prompt tokens that came from the cache, in [0, 1]; null before any. */
  readonly cachedShare: number | null;
  /** From the first token written to the latest, by the clock on the wall. */
  readonly decodeSeconds: number;
  /** Tokens a second over that time; null where it is too short for the clock. */
  readonly tokensPerSecond: number | null;
  /** Seconds inside model calls, summed over workers. */
  readonly modelSeconds: number;
  readonly elapsedSeconds: number;
}

export function metricsOf(state: RunState): Metrics {
  const { usage, tokens, recalledTokens, firstTokenAt, lastTokenAt } = state;
  const promptTokens = usage.prefilledTokens + usage.cachedTokens;
  const decodeSeconds =
    firstTokenAt === null || lastTokenAt === null ? 0 : Math.max(0, lastTokenAt - firstTokenAt) / 1000;
  return {
    tokens,
    recalledTokens,
    thoughtTokens: sum(state.sequences.map((sequence) => sequence.thoughtTokens)),
    answerTokens: sum(state.sequences.map((sequence) => sequence.answerTokens)),
    promptTokens,
    cachedShare: promptTokens === 0 ? null : usage.cachedTokens / promptTokens,
    decodeSeconds,
    // The first token only starts the clock.
    tokensPerSecond: decodeSeconds === 0 ? null : (tokens - recalledTokens - 1) / decodeSeconds,
    modelSeconds: usage.modelSeconds,
    elapsedSeconds: state.elapsedMs / 1000,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
