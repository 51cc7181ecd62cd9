import type { Grade } from '#run/answer.ts';
import { verdicts } from './en/verdicts.ts';
import { say } from './say.ts';

/** Why an answer is right or wrong, or not graded: `It makes 15, not 24.` */
export const gradeText = ({ reason }: Pick<Grade, 'reason'>): string => say(verdicts.grades, reason);
