import type { Failure, FailureCode, FailureOf } from '#run/failure.ts';

/** A failure in words, and what to do next, each a sentence or one that is made of the facts. */
export interface MessageAndAdvice<Facts> {
  readonly message: string | ((facts: Facts) => string);
  readonly advice: string | ((facts: Facts) => string);
}

/** By the kind of reason, where a failure has several. */
type ByKind<One extends Failure> = One extends { readonly why: infer Why extends { readonly kind: string } }
  ? {
      readonly [Kind in Why['kind']]: MessageAndAdvice<
        Omit<One, 'why'> & Extract<Why, { readonly kind: Kind }>
      >;
    }
  : MessageAndAdvice<One>;
export type FailureWords = { readonly [Code in FailureCode]: ByKind<FailureOf<Code>> };
