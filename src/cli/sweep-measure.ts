import { outcomeOf } from '#lab/sweeps/outcome.ts';
import type { MeasureRun } from '#lab/sweeps/run-cells.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Failure } from '#run/failure.ts';
import { openForCli } from './open.ts';

/**
 * Measures in this process, one run at a time. Models stay open. Rejects with PolicyError where one does not open, or its server is
 * not to be reached: that says nothing about the run.
 */
export function measureHere(
  signal: AbortSignal,
  openModel: (id: string) => Promise<LanguageModel> = openForCli,
): MeasureRun {
  const opened = new Map<string, Promise<LanguageModel>>();
  const open = (id: string): Promise<LanguageModel> => {
    const model = opened.get(id) ?? openModel(id);
    opened.set(id, model);
    return model;
  };
  return async (experiment) => {
    const model = await open(experiment.model);
    const log: LogEntry[] = [];
    const surroundings = { now: () => performance.now(), signal, openVerifier: open };
    for await (const entry of runExperiment(experiment, model, surroundings)) log.push(entry);
    signal.throwIfAborted();
    const last = log.at(-1)?.event;
    if (last?.type === 'run-failed' && isAway(last.failure)) throw new PolicyError(last.failure);
    return outcomeOf(log);
  };
}

/** The server as a whole is the trouble, so that every other run would fail too. */
const isAway = (failure: Failure): boolean => failure.code === 'server-failed' && away.has(failure.why.kind);

const away: ReadonlySet<string> = new Set([
  'unreachable',
  'not-allowed',
  'no-key',
  'forbidden',
  'no-model',
  'no-interface',
  'busy',
  'silent',
]);
