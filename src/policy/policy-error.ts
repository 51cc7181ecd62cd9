import { type Failure, type FailureCode, type FailureOf, quoted } from '#run/failure.ts';

/** A failure of a model that a person can meet, as facts. Its message is for programmers; people read `words/en/failures.ts`. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code: FailureCode;

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(JSON.stringify(failure), options);
    this.code = failure.code;
  }
}

/** A file of this page itself did not come. `part`: what it is for; null where that is not known. */
export function partMissing(part: FailureOf<'part-missing'>['part'], cause?: unknown): PolicyError {
  return new PolicyError({ code: 'part-missing', part }, { cause });
}

/** An error as the log and messages carry it. What is no PolicyError is a bug of this page. */
export function toFailure(error: unknown): Failure {
  return error instanceof PolicyError ? error.failure : { code: 'bug', detail: quoted(error) };
}

/** Back from a message. */
export function fromFailure(failure: Failure): Error {
  return failure.code === 'bug' ? new Error(failure.detail) : new PolicyError(failure);
}
