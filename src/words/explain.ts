import type { Failure } from '#run/failure.ts';
import { failures } from './en/failures.ts';
import { inWords } from './in-words.ts';

/** A failure in words, in the language that is spoken, and what to do next. */
export interface Explained {
  readonly message: string;
  readonly advice: string;
}

interface AnyWords {
  readonly message: string | ((facts: never) => string);
  readonly advice: string | ((facts: never) => string);
}

export function explain(failure: Failure): Explained {
  const found: AnyWords | Readonly<Record<string, AnyWords>> = failures.codes[failure.code];
  const kind = 'why' in failure ? failure.why.kind : null;
  // `FailureWords` has one for each kind of each code.
  const words = isWords(found) ? found : kind === null ? undefined : found[kind];
  if (!words) throw new RangeError(`no words for ${failure.code} ${kind}`);
  const facts = 'why' in failure ? { ...failure, ...failure.why } : failure;
  return { message: inWords(words.message, facts), advice: inWords(words.advice, facts) };
}

/** What is wrong and what to do about it, as one text. */
export function explainAll(failure: Failure): string {
  const { message, advice } = explain(failure);
  return `${message} ${advice}`;
}

function isWords(found: AnyWords | Readonly<Record<string, AnyWords>>): found is AnyWords {
  return 'message' in found && 'advice' in found;
}
