import type { Grade } from '#run/events.ts';
import { shell } from '#words/en/shell.ts';
import { Icon, type IconName } from './icon.tsx';

const looks = {
  right: { icon: 'right', className: 'chip chip-right' },
  wrong: { icon: 'wrong', className: 'chip chip-wrong' },
  ungraded: { icon: 'unknown', className: 'chip' },
} as const satisfies Record<Grade['outcome'], { icon: IconName; className: string }>;

/** Why it was graded so, as a sentence. */
export function gradeReason({ outcome, reason }: Grade): string {
  return outcome === 'ungraded' ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` : `It ${reason}.`;
}

/** Right, wrong or not graded: sign, word and colour. */
export function Verdict({ grade }: { readonly grade: Grade }) {
  const look = looks[grade.outcome];
  return (
    <span className={look.className} title={gradeReason(grade)}>
      <Icon name={look.icon} size={13} />
      {shell.verdict[grade.outcome]}
    </span>
  );
}
