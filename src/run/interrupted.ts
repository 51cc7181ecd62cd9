import type { Experiment } from '#experiment/experiment.ts';
import { thoughtAt } from './branch.ts';
import { type Failure, type LogEntry, type ModelStamp, noUsage, type Usage } from './events.ts';
import type { RunState } from './state.ts';

/** Whether a log that no longer grows breaks off (cancelled, failed, saved half-way) with something written to go on from. */
export function isInterrupted(log: readonly LogEntry[]): boolean {
  return (
    log[0]?.event.type === 'run-started' &&
    log.at(-1)?.event.type !== 'run-finished' &&
    log.some(({ event }) => event.type === 'token')
  );
}

/** What a run that goes on from a log has to know of it. */
export interface Interrupted {
  readonly experiment: Experiment;
  readonly model: ModelStamp;
  readonly verifierModel: ModelStamp | null;
  /** Its own spending and that of the runs it went on from itself. */
  readonly spent: Usage;
}

/** Null for what is not the log of a run. Read off the log, not folded: a worker that starts a first run needs no fold. */
export function interruptedRun(log: readonly LogEntry[]): Interrupted | null {
  const first = log[0]?.event;
  if (first?.type !== 'run-started') return null;
  const { experiment, model, verifierModel, resumed } = first;
  const written = log.filter(({ event }) => event.type === 'token').length;
  const counted = log.findLast(({ event }) => event.type === 'usage')?.event;
  const spent = counted?.type === 'usage' ? counted.usage : (resumed?.spent ?? noUsage);
  return {
    experiment,
    model,
    verifierModel: verifierModel ?? null,
    // A crash takes the latest count with it. Each token in the log was decoded once, whoever did it.
    spent: { ...spent, decodedTokens: Math.max(spent.decodedTokens, written) },
  };
}

/**
 * The longest thought that a run was in the middle of, or, where none was, that it wrote: for another model to go on from.
 * As much of it as an experiment may start from.
 */
export function longestThought(state: RunState): string {
  const open = state.sequences.filter(({ end, thoughtTokens }) => end === null && thoughtTokens > 0);
  const thoughts = (open.length > 0 ? open : state.sequences).map(({ sequence, tokens }) =>
    thoughtAt(state, { kind: 'trace', sequence, tokens: tokens.length }),
  );
  return thoughts
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '')
    .slice(0, longestStart);
}

/** Characters that an experiment's start may have. */
const longestStart = 4000;

/** Tokens of other weights are another model's words: they are not to be passed off as this one's. */
export const otherWeights = (model: string): Failure => ({ code: 'other-weights', model });
