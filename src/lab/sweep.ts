import { itemAt } from '#experiment/surely.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import type { RunState } from '#run/state.ts';
import { emptyRun } from '#run/state.ts';
import { fold } from '#run/fold.ts';
import { runExperiment, type RunEnvironment } from '#strategies/run-experiment.ts';

export const isRight = (run: RunState): boolean => run.grade?.outcome === 'right';

/**
 * Runs many experiments on one model, several at a time so that their samples share forwards, and folds each log to
 * its end. Results come in the order of the experiments. A failed run fails the sweep: a table with holes would lie.
 *
 * @param together experiments in flight at once.
 * @param onDone called as each ends, for progress.
 */
export async function sweep(
  experiments: readonly Experiment[],
  model: LanguageModel,
  surroundings: RunEnvironment,
  together: number,
  onDone: (done: number, of: number) => void = () => undefined,
): Promise<readonly RunState[]> {
  const results: RunState[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let index = next++; index < experiments.length; index = next++) {
      const experiment = itemAt(experiments, index);
      const entries: LogEntry[] = [];
      for await (const entry of runExperiment(experiment, model, surroundings)) entries.push(entry);
      // A run whose verifier's model does not open fails before it starts: there is nothing to fold then.
      const end = entries.at(-1)?.event;
      if (end?.type === 'run-failed') throw new PolicyError(end.failure);
      surroundings.signal.throwIfAborted();
      results[index] = fold(emptyRun, entries);
      onDone(++done, experiments.length);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return results;
}
