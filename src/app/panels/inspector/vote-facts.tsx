import { mergeReason } from '#answers/merge-reason.ts';
import { itemAt } from '#experiment/surely.ts';
import type { RunState } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';
import type { VoteGroup } from '#run/events.ts';
import { inspector } from '#words/en/inspector.ts';
import { say } from '#words/say.ts';
import { useActions } from '#app/store/use-app.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { labelText } from '#words/labels.ts';
import { gradeText } from '#words/grades.ts';
import { classes } from '#views/classes.ts';
import facts from './facts.module.css';
import styles from './inspector.module.css';

/** Traces of a vote that are named one by one; the others are found in Thoughts. */
const mostMembers = 100;

/** An answer's votes: the texts that count as it, and the traces that voted for it. */
export function VoteFacts({ view, group }: { readonly view: RunState; readonly group: VoteGroup }) {
  const app = useActions();
  const members = group.sequences.slice(0, mostMembers).flatMap((number) => sequenceOf(view, number) ?? []);
  const left = group.sequences.length - members.length;
  const grade = members.find((member) => member.grade)?.grade;
  return (
    <section aria-label={inspector.votes.label}>
      <p className={facts.kind}>{inspector.votes.share({ votes: group.votes, of: view.ballots.length })}</p>
      <div className={facts.answer}>
        <span
          className={classes(facts.answerText, 'mono')}
          translate="no"
          data-long={group.display.length > 40 ? '' : undefined}
        >
          {group.display}
        </span>
        {grade && <VerdictMark grade={grade} />}
      </div>
      {grade && <p className="quiet">{gradeText(grade)}</p>}
      <h3 className={facts.sub}>{inspector.votes.forms}</h3>
      <ul className={styles.forms}>
        {group.forms.map((form, index) => (
          <li key={form}>
            <span className={classes(styles.form, 'mono')}>
              <span className={styles.mark} data-form={Math.min(index, 3)} aria-hidden="true" />
              <span translate="no">{form}</span>
            </span>
            {index > 0 && (
              <span className={classes('quiet', styles.reason)}>
                {inspector.votes.merged(
                  say(inspector.votes.mergeReasons, mergeReason(group.key, itemAt(group.forms, 0), form)),
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {group.forms.length === 1 && <p className="quiet">{inspector.votes.oneForm}</p>}
      <h3 className={facts.sub}>{inspector.votes.traces}</h3>
      <ul className={styles.members}>
        {members.map((member) => (
          <li key={member.sequence}>
            <button
              type="button"
              className="button button-small"
              onClick={() => app.view.select({ kind: 'trace', sequence: member.sequence })}
            >
              {labelText(member.label)}
            </button>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="quiet">{inspector.votes.more(left)}</p>}
    </section>
  );
}
