import { keyText } from '../key-text.ts';
import { compare } from '../maths/compare.ts';
import { askedBy, readMaths } from '../maths/read.ts';
import { saidIn } from '../said.ts';
import { extractReply } from './extract-reply.ts';

/** A reply held against a reference, with all that decided. */
export interface GradedResponse {
  readonly verdict: 'right' | 'wrong' | 'no answer';
  /** The words of the reply that the answer was read from; null without an answer. */
  readonly extracted: string | null;
  /** What the answer and the reference come to: numbers as themselves, expressions as written. */
  readonly normalForm: string | null;
  readonly reference: string;
  /** The key that counts in a vote. */
  readonly key: string | null;
  readonly rule: string | null;
  readonly reason: string;
}

/** @param question where it is known: whether it asks for a percentage or offers letters. */
export function gradeResponse(response: string, reference: string, question = ''): GradedResponse {
  const asked = askedBy(question);
  const wholeSolution = /\\boxed|####/.test(reference);
  const solution = wholeSolution ? extractReply(question, reference, 'none') : null;
  const right = readMaths(solution?.text ?? reference, asked);
  const { text, thinking } = saidIn(response, false);
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
      reason: 'gives no answer',
    };
  const given = readMaths(answer.text, asked);
  const { same, reason } =
    right && given
      ? compare(given, right, asked)
      : { same: false, reason: 'cannot be compared: nothing is in the reference' };
  return {
    verdict: same ? 'right' : 'wrong',
    extracted: answer.text,
    normalForm: keyText(answer.key, answer.display),
    reference: rightText,
    key: answer.key,
    rule: answer.rule,
    reason: `It ${reason}.`,
  };
}
