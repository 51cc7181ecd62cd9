import { defaultSampling } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { scriptedModel, type Script } from '#policy/testing/scripted-model.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '../run-experiment.ts';

/** 48. */
export const sumProblem: Problem = { family: 'arithmetic', terms: [{ sign: '+', left: 12, right: 4 }] };

/** Runs a strategy on given traces; the clock ticks once a reading. */
export async function runScript(
  strategy: Strategy,
  script: Script,
  {
    signal = new AbortController().signal,
    problem = sumProblem,
    onEntry,
  }: { signal?: AbortSignal; problem?: Problem; onEntry?: (entry: LogEntry) => void } = {},
) {
  const model = scriptedModel(script);
  const experiment: Experiment = {
    problem,
    model: 'scripted',
    strategy,
    sampling: { ...defaultSampling(strategy.kind), maxTokens: 30 },
    seed: 1,
    budget: { tokens: 0 },
  };
  const log: LogEntry[] = [];
  let tick = 0;
  for await (const entry of runExperiment(experiment, model, { now: () => tick++, signal })) {
    log.push(entry);
    onEntry?.(entry);
  }
  return {
    log,
    state: fold(emptyRun, log),
    prompts: model.prompts,
    types: log.map(({ event }) => event.type),
  };
}
