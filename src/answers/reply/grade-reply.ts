import type { QuestionProblem } from '#experiment/problem.ts';
import type { Answer, Grade } from '#run/answer.ts';
import { compare } from '../maths/compare.ts';
import { askedBy, readMaths } from '../maths/read.ts';
import { readCandidate } from './candidate.ts';

/** By the reference that the person who asks gave; ungraded without one. */
export function gradeReply({ text, answer: reference }: QuestionProblem, answer: Answer): Grade {
  if (reference === undefined) return { outcome: 'ungraded', reason: 'no reference answer was given' };
  const asked = askedBy(text);
  const right = readMaths(reference, asked);
  const read = readMaths(answer.text, asked);
  // Earlier runs kept a sentence as an answer; it says what it begins with.
  const given = read?.key === answer.key ? read : (readCandidate(answer.text, asked)?.reading ?? read);
  if (!right || !given) return { outcome: 'wrong', reason: `is not the reference answer, ${reference}` };
  const { same, reason } = compare(given, right, asked);
  return { outcome: same ? 'right' : 'wrong', reason };
}
