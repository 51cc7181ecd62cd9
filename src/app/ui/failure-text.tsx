import type { Failure } from '#run/failure.ts';
import { failureWords } from '../failure-words.ts';
import { usePart } from './use-part.ts';
import { explain } from '#words/explain.ts';

/** What went wrong, and what to do next. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  usePart(failureWords);
  const { message, advice } = explain(failure);
  return (
    <>
      <strong>{message}</strong> {advice}
    </>
  );
}
