import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { asSaved, fact, list, type ReadOnly, real, text } from '../schema-parts.ts';

/** A piece of a trace, a number or a name, as written. */
const piece = text(logLimits.text);
const status = v.picklist(['knight', 'knave']);

/** What is wrong with an expression as the answer of a game: which numbers it uses, and what it makes. */
export const gameFaultSchema = v.variant('kind', [
  fact('not-given', { number: piece }),
  fact('left-out', { number: real }),
  fact('used-times', { number: real, used: real, given: real }),
  fact('divides-by-zero'),
  fact('makes', { value: piece, target: real }),
]);
export type GameFault = ReadOnly<v.InferOutput<typeof gameFaultSchema>>;

/** What a proof checker finds wrong with a trace. */
export const faultSchema = v.variant('kind', [
  fact('no-answer'),
  fact('claim-divides-by-zero', { claim: piece }),
  /** `claim` is `value`, and not what was `said`. */
  fact('false-equality', { claim: piece, value: piece, said: piece }),
  fact('no-equation', { claim: piece }),
  fact('no-step', { claim: piece }),
  fact('not-in-problem', { claim: piece }),
  /** Of a game: the numbers that are left to use. */
  fact('number-not-left', { number: piece }),
  fact('other-numbers-left', { left: piece, said: piece }),
  fact('answer-no-number'),
  fact('answer-no-expression'),
  fact('answer-wrong', { faults: list(gameFaultSchema, logLimits.evidence) }),
  /** What was written leads to no answer, or to another. */
  fact('answer-from-nothing'),
  fact('answer-not-as-worked', { answer: piece, worked: piece, by: v.picklist(['sums', 'steps']) }),
  /** Of chains of facts. */
  fact('not-needed', { subject: piece }),
  fact('no-whole-number', { claim: piece }),
  fact('not-as-before', { before: piece, result: piece }),
  fact('given', { subject: piece, value: real }),
  fact('not-known-yet', { subject: piece }),
  /** The subject's value follows in another way, or is another. */
  fact('other-fact', { subject: piece, fact: piece, said: piece }),
  /** Of knights and knaves. */
  fact('stranger', { name: piece }),
  fact('answer-misfit', { who: piece }),
  fact('after-clash'),
  fact('verdict-of-nothing', { verdict: piece }),
  fact('never-said', { quote: piece }),
  fact('status-otherwise', { name: piece, status }),
  fact('status-unshown', { name: piece, status }),
  fact('can-still-fit', { who: piece }),
  fact('misfit', { who: piece }),
  fact('not-sure-to-fit', { who: piece }),
  fact('decides-something', { who: piece }),
  fact('nothing-known', { name: piece }),
  asSaved,
]);
export type Fault = ReadOnly<v.InferOutput<typeof faultSchema>>;
