import type { Failure, FailureCode } from '#run/failure.ts';
import type { failures as words } from './en/failures.ts';
import { amounts } from './en/amounts.ts';
import { firstFailures } from './en/first-failures.ts';
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
type Codes = { readonly [Code in FailureCode]?: AnyWords | Readonly<Record<string, AnyWords>> };

type OtherFailures = typeof words;

let failures: OtherFailures | null = null;

/** Hands over the words of most failures, `words/en/failures.ts`: the page fetches them after its first drawing. */
export function learnFailures(all: OtherFailures): void {
  failures = all;
}

export function explain(failure: Failure): Explained {
  const found =
    wordsFor(firstFailures.codes, failure.code) ?? (failures && wordsFor(failures.codes, failure.code));
  if (!found)
    return {
      message: firstFailures.unexplained.message(failure.code),
      advice: firstFailures.unexplained.advice,
    };
  const kind = 'why' in failure ? failure.why.kind : null;
  // `FailureWords` has one for each kind of each code.
  const words = isWords(found) ? found : kind === null ? undefined : found[kind];
  if (!words) throw new RangeError(`no words for ${failure.code} ${kind}`);
  const why: object = 'why' in failure ? failure.why : {};
  const facts: object = { ...failure, ...why };
  return { message: inWords(words.message, facts), advice: inWords(words.advice, facts) };
}

/** What is wrong and what to do about it, as one text. */
export function explainAll(failure: Failure): string {
  const { message, advice } = explain(failure);
  return `${message}${amounts.between}${advice}`;
}

const wordsFor = (codes: Codes, code: FailureCode) => codes[code];

function isWords(found: AnyWords | Readonly<Record<string, AnyWords>>): found is AnyWords {
  return 'message' in found && 'advice' in found;
}
