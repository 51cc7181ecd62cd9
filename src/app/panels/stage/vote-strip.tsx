import type { VotePicture } from '#views/vote-histogram/vote-rows.ts';
import { useActions } from '#app/store/use-app.tsx';
import { OutcomeSign } from '#app/ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import styles from './vote-strip.module.css';
import { voteStrip } from '#words/en/vote-strip.ts';

/** Characters of an answer for which the narrowest part has room. */
const shortAnswer = 3;

/** The votes in one line above the traces, so that the vote is in sight while they think. */
export function VoteStrip({
  picture,
  running,
}: {
  readonly picture: VotePicture;
  readonly running: boolean;
}) {
  const app = useActions();
  const leaders = picture.rows.slice(0, 5);
  const rest = picture.votes - leaders.reduce((sum, row) => sum + row.votes, 0);
  const yet = running && picture.unread > 0;
  const without = yet ? voteStrip.withoutYet : voteStrip.without;
  const open = picture.traces - picture.votes;
  return (
    <section className={styles.root} aria-label={voteStrip.label}>
      {leaders.map((row) => (
        <button
          key={row.key}
          type="button"
          className={styles.part}
          data-outcome={row.outcome}
          data-short={row.display.length <= shortAnswer ? '' : undefined}
          style={{ flexGrow: row.votes }}
          aria-label={voteStrip.part({ answer: row.display, votes: row.votes, of: picture.votes })}
          title={voteStrip.part({ answer: row.display, votes: row.votes, of: picture.votes })}
          onClick={() => {
            app.view.showTab('votes');
            app.view.select({ kind: 'votes', key: row.key });
          }}
        >
          <OutcomeSign outcome={row.outcome} />
          <span className={classes('mono', styles.answer)} translate="no">
            {row.display}
          </span>
          <span className={styles.votes}>{voteStrip.votes(row.votes)}</span>
          <Short text={voteStrip.countShort(row.votes)} />
        </button>
      ))}
      {rest > 0 && (
        <span className={styles.rest} style={{ flexGrow: rest }} title={voteStrip.forOthers(rest)}>
          <span className={styles.said}>{voteStrip.forOthers(rest)}</span>
          <Short text={voteStrip.othersShort(rest)} />
        </span>
      )}
      {open > 0 && (
        <span className={styles.open} style={{ flexGrow: open }} title={without(open)}>
          <span className={styles.said}>{without(open)}</span>
          <Short text={yet ? voteStrip.openShort(open) : voteStrip.withoutShort(open)} />
        </span>
      )}
    </section>
  );
}

/** Where there is no room for the words, which are still read out. */
function Short({ text }: { readonly text: string }) {
  return (
    <span className={styles.count} aria-hidden="true">
      {text}
    </span>
  );
}
