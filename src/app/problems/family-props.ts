import type { Grade } from '#run/answer.ts';

/** Of the form in which a problem is set up. */
export interface FormProps<P> {
  readonly problem: P;
  onChange(this: void, problem: P): void;
}

/** Of the signs above a run. */
export interface SignsProps<P> {
  readonly problem: P;
  /** Of the run that is shown, once it has answered; null where no one answer has a place: several runs are shown. */
  readonly answer?: string | null | undefined;
  readonly outcome?: Grade['outcome'] | undefined;
}
