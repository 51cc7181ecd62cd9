import type { MomentStep } from '#experiment/moment.ts';
import { itemAt } from '#experiment/surely.ts';
import { algorithmSteps } from './algorithm-steps.ts';
import type { LogEntry } from './events.ts';

/** The name of a place in a log, by which the same place is found in another log of the same experiment. */
export function momentStepAt(log: readonly LogEntry[], cursor: number): MomentStep {
  const step = algorithmSteps(log).findIndex((one) => one.cursor === cursor);
  if (step >= 0) return { at: 'step', step: step + 1 };
  const event = log[cursor - 1]?.event;
  if (event?.type !== 'token') return { at: 'entry', entries: cursor };
  return { at: 'token', sequence: event.sequence, tokens: countTokens(log, event.sequence, cursor) };
}

function countTokens(log: readonly LogEntry[], sequence: number, until: number): number {
  let count = 0;
  for (let at = 0; at < until; at++) {
    const { event } = itemAt(log, at);
    if (event.type === 'token' && event.sequence === sequence) count++;
  }
  return count;
}

/**
 * Where a named place is in a log; null where the log does not have it, or not for certain yet. @param ended the log is all there is.
 */
export function cursorAtMoment(log: readonly LogEntry[], step: MomentStep, ended: boolean): number | null {
  switch (step.at) {
    case 'step': {
      const steps = algorithmSteps(log);
      const found = steps[step.step - 1];
      // The last step may still grow: nodes made in one go are one step.
      return found && (ended || step.step < steps.length) ? found.cursor : null;
    }
    case 'token': {
      let count = 0;
      const index = log.findIndex(
        ({ event }) => event.type === 'token' && event.sequence === step.sequence && ++count === step.tokens,
      );
      return index < 0 ? null : index + 1;
    }
    case 'entry':
      return step.entries <= log.length ? step.entries : null;
  }
}
