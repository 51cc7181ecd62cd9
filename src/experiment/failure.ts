/** A failure a person can cause or meet, in words. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
}
