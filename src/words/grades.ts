import type { Grade } from '#run/answer.ts';
import { verdicts } from './en/verdicts.ts';
import { say } from './say.ts';

/** Why an answer is right or wrong, behind "it": `makes 15, not 24`; why it is not graded. */
export const gradeText = ({ reason }: Pick<Grade, 'reason'>): string => say(verdicts.grades, reason);

/** The same as a sentence: `It makes 15, not 24.` */
export const gradeSentence = (grade: Grade): string =>
  grade.outcome === 'ungraded' ? verdicts.clause(gradeText(grade)) : verdicts.it(gradeText(grade));
