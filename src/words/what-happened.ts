import type { RunState } from '#run/state.ts';
import type { Finding, RunOutcome } from '#run/what-happened/findings.ts';
import type { WhatNow } from '#run/what-happened/what-now.ts';
import { teacher } from './en/teacher.ts';
import { gradeText } from './grades.ts';
import { labelText } from './labels.ts';
import { noAnswerWords } from './no-answer.ts';
import { say } from './say.ts';

/* What a run did and does, in sentences. What was written stands in `<data>` in them. */

/** How a run ended: which answer and why, and whether it is right. */
export function outcomeSentences(outcome: RunOutcome, state: RunState): readonly string[] {
  switch (outcome.kind) {
    case 'answered': {
      const { answer, by, grade, contest } = outcome;
      return [teacher.outcome.chose(answer.display, by, contest), ...(grade ? [verdictSentence(grade)] : [])];
    }
    case 'no-answer': {
      const none = noAnswerWords(state);
      return [none ? teacher.outcome.noAnswer(none.why) : teacher.outcome.noAnswerAtAll];
    }
    case 'cancelled':
      return [teacher.outcome.cancelled(outcome.ends)];
    case 'failed':
      return [teacher.outcome.failed];
  }
}

function verdictSentence(
  grade: NonNullable<Extract<RunOutcome, { readonly kind: 'answered' }>['grade']>,
): string {
  switch (grade.outcome) {
    case 'right':
      return teacher.outcome.right;
    case 'wrong':
      return teacher.outcome.wrong(gradeText(grade));
    case 'ungraded':
      return teacher.outcome.ungraded;
  }
}

export const findingSentence = (finding: Finding): string => say(teacher.findings, finding);

/** What a run is doing, then how far the trace has come that wrote last. */
export function nowSentences({ doing, current }: WhatNow): readonly string[] {
  const said = say(teacher.doing, doing);
  if (!current) return [said];
  const { label, tokens, part } = current;
  return [said, teacher.current[part]({ name: labelText(label), tokens })];
}
