import type { LogFault } from './failure.ts';

/** A log that cannot have happened. Only imported logs and bugs bring it about. Its message is for programmers. */
export class LogError extends Error {
  override readonly name = 'LogError';

  /** @param entry position of the offending entry in the log, from 0. */
  constructor(
    readonly entry: number,
    readonly fault: LogFault,
  ) {
    super(`${entry}: ${JSON.stringify(fault)}`);
  }
}
