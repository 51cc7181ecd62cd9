import type { Failure } from './events.ts';

/** A log that cannot have happened. Only imported logs and bugs bring it about. */
export class LogError extends Error {
  /** Position of the offending entry in the log, from 0. */
  readonly entry: number;
  readonly failure: Failure;

  constructor(entry: number, what: string) {
    super(`Entry ${entry}: ${what}`);
    this.name = 'LogError';
    this.entry = entry;
    this.failure = {
      code: 'log-impossible',
      message: `Step ${entry + 1} of this run cannot have happened: ${what}.`,
      advice: 'The file was changed or damaged after it was saved. Save the run again where it came from.',
    };
  }
}
