import type { Failure } from '#run/failure.ts';
import { explain } from '#words/explain.ts';

/** What went wrong, and what to do next. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const { message, advice } = explain(failure);
  return (
    <>
      <strong>{message}</strong> {advice}
    </>
  );
}
