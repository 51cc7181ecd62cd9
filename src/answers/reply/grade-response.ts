import type { GradeReason } from '#run/facts/grade-reason.ts';
import { keyText } from '../key-text.ts';
import { compare } from '../maths/compare.ts';
import { hintsFrom, readMaths } from '../maths/read.ts';
import { answerTextIn } from '../answer-text.ts';
import { extractReply } from './extract-reply.ts';

/** Why a reply is right or wrong; beside what a grade says, that it has no answer, or that nothing is in the reference. */
export type ResponseReason = GradeReason | { readonly kind: 'no-answer' | 'empty-reference' };

/** A reply compared with a reference, with everything that decided the grade. */
export interface GradedResponse {
  readonly verdict: 'right' | 'wrong' | 'no answer';
  /** The words of the reply that the answer was read from; null without an answer. */
  readonly extracted: string | null;
  /** The answer in normal form: the value of a number, an expression as written. */
  readonly normalForm: string | null;
  readonly reference: string;
  /** The key that votes are counted by. */
  readonly key: string | null;
  readonly rule: string | null;
  readonly reason: ResponseReason;
}

/** @param question if known; shows whether a percentage is asked for or letters are offered. */
export function gradeResponse(response: string, reference: string, question = ''): GradedResponse {
  const hints = hintsFrom(question);
  const wholeSolution = /\\boxed|####/.test(reference);
  const solution = wholeSolution ? extractReply(question, reference, 'none') : null;
  const right = readMaths(solution?.text ?? reference, hints);
  const { text, thinking } = answerTextIn(response, false);
  const answer = extractReply(question, text, thinking);
  const rightText = right ? keyText(right.key, right.display) : reference;
  if (!answer)
    return {
      verdict: 'no answer',
      extracted: null,
      normalForm: null,
      reference: rightText,
      key: null,
      rule: null,
      reason: { kind: 'no-answer' },
    };
  const given = readMaths(answer.text, hints);
  const { same, reason } =
    right && given
      ? compare(given, right, hints)
      : { same: false, reason: { kind: 'empty-reference' } as const };
  return {
    verdict: same ? 'right' : 'wrong',
    extracted: answer.text,
    normalForm: keyText(answer.key, answer.display),
    reference: rightText,
    key: answer.key,
    rule: answer.rule,
    reason,
  };
}
