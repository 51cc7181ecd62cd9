import { cutTracesText } from '#words/no-answer.ts';
import type { RunState } from '#run/state.ts';
import { VoteHistogram } from '#views/vote-histogram/vote-histogram.tsx';
import type { VotePicture } from '#views/vote-histogram/vote-rows.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Verdict } from '#app/ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import styles from './votes.module.css';

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
        <p>This strategy draws one trace, so there is nothing to vote on.</p>
        <p className="quiet">Self-consistency draws many and takes the answer most of them reach.</p>
        <button
          type="button"
          className="button"
          onClick={() => app.setup.setStrategyKind('self-consistency')}
        >
          Choose self-consistency
        </button>
      </div>
    );
  }
  const cut = cutTracesText(view);
  const merged = picture.rows.filter((row) => row.forms.length > 1).length;
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <p className="votes-summary">
        {picture.votes === 0 ? 'No trace has voted at this step.' : voteSentence(picture)}
        {merged > 0 && (
          <span className="quiet">
            {' '}
            {merged === 1 ? 'One bar holds' : `${merged} bars hold`} answers written differently that mean the
            same; select it to see which.
          </span>
        )}
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
        {picture.unread > 0 && `${picture.unread} of ${picture.traces} traces are still thinking. `}
        {picture.withoutAnswer > 0 &&
          `${picture.withoutAnswer} ${picture.withoutAnswer === 1 ? 'trace' : 'traces'} gave no answer and did not vote. `}
        {cut !== null && `${cut}. `}
        Each block is one trace; the dashed line is half of all {picture.traces}.
      </p>
      {picture.rows.length > 0 && (
        <details className="votes-table">
          <summary>The same as a table</summary>
          <div className="scrolls">
            <table>
              <caption className="hidden-visually">Votes by answer</caption>
              <thead>
                <tr>
                  <th scope="col">Answer</th>
                  <th scope="col">Votes</th>
                  <th scope="col">Verdict</th>
                  <th scope="col">Written as</th>
                </tr>
              </thead>
              <tbody>
                {view.votes.map((group, index) => {
                  const grade = view.sequences.find((sequence) =>
                    group.sequences.includes(sequence.sequence),
                  )?.grade;
                  return (
                    <tr key={group.key}>
                      <th scope="row" className="mono">
                        {group.display}
                      </th>
                      <td className="mono">
                        {group.votes}
                        {picture.rows[index]?.chosen ? ' (chosen)' : ''}
                      </td>
                      <td>{grade ? <Verdict grade={grade} /> : '–'}</td>
                      <td className="mono">{group.forms.join('  |  ')}</td>
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
  if (picture.votes === 1) return `The only vote so far is for ${leader.display}.`;
  if (picture.rows.length === 1) return `All ${picture.votes} votes so far are for ${leader.display}.`;
  if (tied > 1)
    return `${tied} answers are level with ${leader.votes} ${leader.votes === 1 ? 'vote' : 'votes'} each.`;
  return `The model votes ${counts.join(' : ')}${picture.rows.length > 4 ? ' : …' : ''} for ${leader.display}.`;
}
