import { outcomeOf } from '#lab/sweeps/outcome.ts';
import type { MeasureRun } from '#lab/sweeps/run-cells.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli } from './open.ts';

/** Measures in this process, on one core, one run at a time. Models stay open. Rejects with PolicyError where one does not open. */
export function measureHere(signal: AbortSignal): MeasureRun {
  const opened = new Map<string, Promise<LanguageModel>>();
  const open = (id: string): Promise<LanguageModel> => {
    const model = opened.get(id) ?? openForCli(id);
    opened.set(id, model);
    return model;
  };
  return async (experiment) => {
    const model = await open(experiment.model);
    const log: LogEntry[] = [];
    const surroundings = { now: () => performance.now(), signal, openVerifier: open };
    for await (const entry of runExperiment(experiment, model, surroundings)) log.push(entry);
    signal.throwIfAborted();
    return outcomeOf(log);
  };
}
