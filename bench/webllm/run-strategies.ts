import { explain } from '#words/explain.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { everyStrategy } from '#strategies/testing/every-strategy.ts';

/** What is run. */
export interface StrategyRuns {
  /** Tokens of a trace. */
  readonly limit: number;
  /** Tokens of a run. */
  readonly budget: number;
  /** Part of the names of the strategies that are run; default: all. */
  readonly only?: string;
}

/** Runs every strategy on a model, and says how each run ended. Returns how many failed. */
export async function runStrategies(
  model: LanguageModel,
  { limit, budget, only = '' }: StrategyRuns,
): Promise<number> {
  let failed = 0;
  for (const [name, strategy] of Object.entries(everyStrategy)) {
    if (!name.includes(only)) continue;
    const experiment: Experiment = {
      ...defaultExperiment('arithmetic'),
      problem: { family: 'arithmetic', terms: [{ sign: '+', left: 42, right: 5 }] },
      model: model.info.id,
      strategy,
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: limit },
      budget: { tokens: budget },
    };
    const start = performance.now();
    let last: LogEntry['event'] | null = null;
    const counts = {
      sequences: 0,
      tokens: 0,
      answers: 0,
      prefilled: 0,
      cached: 0,
      forwards: 0,
      takenBack: 0,
    };
    for await (const { event } of runExperiment(experiment, model, {
      now: () => performance.now(),
      signal: new AbortController().signal,
    })) {
      last = event;
      if (event.type === 'sequence-started') counts.sequences++;
      if (event.type === 'token') counts.tokens++;
      if (event.type === 'answer-extracted' && event.answer) counts.answers++;
      if (event.type === 'usage')
        [counts.prefilled, counts.cached, counts.forwards, counts.takenBack] = [
          event.usage.prefilledTokens,
          event.usage.cachedTokens,
          event.usage.forwards,
          event.usage.takenBackTokens ?? 0,
        ];
    }
    const seconds = (performance.now() - start) / 1000;
    const why = last?.type === 'run-failed' ? `: ${explain(last.failure).message}` : '';
    console.log(
      `${name}: ${last?.type}${why}; ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}; ${seconds.toFixed(1)} s`,
    );
    if (last?.type === 'run-failed') failed += 1;
  }
  return failed;
}
