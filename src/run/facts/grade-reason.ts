import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { asSaved, fact, list, type ReadOnly, real, text } from '../schema-parts.ts';
import { gameFaultSchema } from './fault.ts';

const piece = text(logLimits.text);

/** Why an answer is right, wrong or not graded. */
export const gradeReasonSchema = v.variant('kind', [
  /** Of a game. */
  fact('makes-target', { target: real }),
  fact('faults', { faults: list(gameFaultSchema, logLimits.evidence) }),
  fact('no-expression'),
  fact('exact-result'),
  /** `right` is the right answer. */
  fact('other-number', { right: piece }),
  fact('no-number'),
  fact('all-fits'),
  fact('other-names', { right: list(piece, logLimits.evidence) }),
  fact('no-names'),
  /** Held against a reference answer, which is the same by its value or for the reason that is told. */
  fact('same-value', { both: piece }),
  fact('same-in-another-unit', { unit: piece, reference: piece }),
  fact('same-as-share', { percent: piece, share: piece }),
  fact('same-as-percentage', { percent: piece }),
  fact('same-digits-and-base'),
  fact('same-digits'),
  fact('same-ratio'),
  fact('same-equation'),
  fact('same-coordinates'),
  fact('same-choice', { letter: piece }),
  fact('same-left-side', { left: piece }),
  fact('same-remainder', { remainder: piece }),
  fact('same-with-unit'),
  fact('same-time'),
  /** Not the reference answer: `apart` is a place at which the two differ. */
  fact('not-the-reference', {
    reference: piece,
    apart: v.nullable(
      v.strictObject({
        at: list(v.strictObject({ name: piece, value: real }), logLimits.evidence),
        given: piece,
        reference: piece,
      }),
    ),
  }),
  fact('other-unit', { unit: piece, reference: piece }),
  fact('other-name', { name: piece, reference: piece }),
  fact('no-reference'),
  /** The log of another program says so, and not why. */
  fact('logged'),
  asSaved,
]);
export type GradeReason = ReadOnly<v.InferOutput<typeof gradeReasonSchema>>;
