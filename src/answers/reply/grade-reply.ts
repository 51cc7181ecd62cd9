import type { QuestionProblem } from '#experiment/problem.ts';
import type { Answer, Grade } from '#run/answer.ts';
import { clipped } from '#run/facts/clipped.ts';
import { compare } from '../maths/compare.ts';
import { hintsFrom, readMaths } from '../maths/read.ts';
import { readCandidate } from './candidate.ts';

/** Grades by the reference answer of the problem; ungraded without one. */
export function gradeReply({ text, answer: reference }: QuestionProblem, answer: Answer): Grade {
  if (reference === undefined) return { outcome: 'ungraded', reason: { kind: 'no-reference' } };
  const hints = hintsFrom(text);
  const right = readMaths(reference, hints);
  const read = readMaths(answer.text, hints);
  // Runs of earlier versions kept a whole sentence as the answer; its beginning is read.
  const given = read?.key === answer.key ? read : (readCandidate(answer.text, hints)?.reading ?? read);
  if (!right || !given)
    return {
      outcome: 'wrong',
      reason: clipped({ kind: 'not-the-reference', reference, apart: null }),
    };
  const { same, reason } = compare(given, right, hints);
  return { outcome: same ? 'right' : 'wrong', reason: clipped(reason) };
}
