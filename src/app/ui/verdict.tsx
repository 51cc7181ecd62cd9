import type { Grade } from '#run/events.ts';
import { shell } from '#words/en/shell.ts';
import { gradeText } from '#words/grades.ts';
import { Icon, type IconName } from './icon.tsx';

const looks = {
  right: { icon: 'right', className: 'chip chip-right' },
  wrong: { icon: 'wrong', className: 'chip chip-wrong' },
  ungraded: { icon: 'unknown', className: 'chip' },
} as const satisfies Record<Grade['outcome'], { icon: IconName; className: string }>;

/** The sign alone, where the word stands elsewhere. */
export function OutcomeSign({ outcome }: { readonly outcome: Grade['outcome'] }) {
  return <Icon name={looks[outcome].icon} size={12} />;
}

/** Right, wrong or not graded: sign, word and colour. */
export function VerdictMark({ grade }: { readonly grade: Grade }) {
  const look = looks[grade.outcome];
  return (
    <span className={look.className} title={gradeText(grade)}>
      <Icon name={look.icon} size={13} />
      {shell.verdict[grade.outcome]}
    </span>
  );
}
