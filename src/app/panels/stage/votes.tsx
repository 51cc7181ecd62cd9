import { cutTracesText } from '#words/no-answer.ts';
import type { RunState } from '#run/state.ts';
import { VoteHistogram } from '#views/vote-histogram/vote-histogram.tsx';
import type { VotePicture } from '#views/vote-histogram/vote-rows.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import styles from './votes.module.css';
import { votes } from '#words/en/votes.ts';

/** The vote, large: the histogram, what was merged, and the same as a table. */
export function Votes({
  view,
  picture,
  voting,
}: {
  readonly view: RunState;
  readonly picture: VotePicture;
  readonly voting: boolean;
}) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  if (!voting) {
    return (
      <div className="stage-waiting">
        <p>{votes.oneTrace}</p>
        <p className="quiet">{votes.manyTraces}</p>
        <button
          type="button"
          className="button"
          onClick={() => app.setup.setStrategyKind('self-consistency')}
        >
          {votes.choose}
        </button>
      </div>
    );
  }
  const cut = cutTracesText(view);
  const merged = picture.rows.filter((row) => row.forms.length > 1).length;
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <p className="votes-summary">
        {picture.votes === 0 ? votes.none : voteSentence(picture)}
        {merged > 0 && <span className="quiet"> {votes.merged(merged)}</span>}
      </p>
      {picture.rows.length > 0 && (
        <VoteHistogram
          picture={picture}
          selectedKey={selection?.kind === 'votes' ? selection.key : null}
          onSelectGroup={(key) => app.view.select({ kind: 'votes', key })}
          onSelectTrace={(sequence) => app.view.select({ kind: 'trace', sequence })}
        />
      )}
      <p className={classes('quiet', styles.note)}>
        {picture.unread > 0 && `${votes.thinking(picture.unread, picture.traces)} `}
        {picture.withoutAnswer > 0 && `${votes.withoutAnswer(picture.withoutAnswer)} `}
        {cut !== null && `${cut}. `}
        {votes.blocks(picture.traces)}
      </p>
      {picture.rows.length > 0 && (
        <details className="votes-table">
          <summary>{votes.asTable}</summary>
          <div className="scrolls">
            <table>
              <caption className="hidden-visually">{votes.table}</caption>
              <thead>
                <tr>
                  <th scope="col">{votes.answer}</th>
                  <th scope="col">{votes.votes}</th>
                  <th scope="col">{votes.verdict}</th>
                  <th scope="col">{votes.writtenAs}</th>
                </tr>
              </thead>
              <tbody>
                {view.votes.map((group, index) => {
                  const grade = view.sequences.find((sequence) =>
                    group.sequences.includes(sequence.sequence),
                  )?.grade;
                  return (
                    <tr key={group.key}>
                      <th scope="row" className="mono" translate="no">
                        {group.display}
                      </th>
                      <td className="mono">
                        {picture.rows[index]?.chosen ? votes.chosen(group.votes) : group.votes}
                      </td>
                      <td>{grade ? <VerdictMark grade={grade} /> : '–'}</td>
                      <td className="mono" translate="no">
                        {group.forms.join('  |  ')}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}

function voteSentence(picture: VotePicture): string {
  const counts = picture.rows.slice(0, 4).map((row) => row.votes);
  const leader = picture.rows[0]!;
  const tied = picture.rows.filter((row) => row.votes === leader.votes).length;
  if (picture.votes === 1) return votes.only(leader.display);
  if (picture.rows.length === 1) return votes.unanimous(picture.votes, leader.display);
  if (tied > 1) return votes.level(tied, leader.votes);
  return votes.lead(`${counts.join(' : ')}${picture.rows.length > 4 ? ' : …' : ''}`, leader.display);
}
