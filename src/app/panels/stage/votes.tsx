import { itemAt } from '#experiment/surely.ts';
import { amounts } from '#words/en/amounts.ts';
import { useMemo, useState } from 'react';
import type { CountdownProblem } from '#experiment/problem.ts';
import { type ComputedVotes, votesByValue } from '#answers/expression-votes.ts';
import { cutTracesText } from '#words/no-answer.ts';
import type { RunState } from '#run/state.ts';
import { VoteHistogram } from '#views/vote-histogram/vote-histogram.tsx';
import type { VotePicture } from '#views/vote-histogram/vote-rows.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { nameOf } from '#words/labels.ts';
import { VoteGroups } from './vote-groups.tsx';
import { VoteTable } from './vote-table.tsx';
import { WeighedVotes } from './weighed-votes.tsx';
import { classes } from '#views/classes.ts';
import styles from './votes.module.css';
import { votes } from '#words/en/votes.ts';
import notes from './stage-notes.module.css';

/** A vote may have thousands of answers; a person asks for more of them than these. */
const barsAtOnce = 60;

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
  if (!voting && weighs(view)) return <WeighedVotes view={view} />;
  if (!voting && view.sequences.some(({ score }) => score))
    return (
      <div className={notes.waiting}>
        <p>{votes.byScore}</p>
        <button type="button" className="button" onClick={() => app.view.showTab('scores')}>
          {votes.showScores}
        </button>
      </div>
    );
  if (!voting) {
    return (
      <div className={notes.waiting}>
        <p>{view.sequences.length > 1 ? votes.notByVote : votes.oneTrace}</p>
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
  return <VotesCast view={view} picture={picture} />;
}

/** Whether a vote in which scores weigh has decided. */
const weighs = ({ chosen }: RunState) => chosen?.by.rule === 'weighted-vote';

function VotesCast({ view, picture }: { readonly view: RunState; readonly picture: VotePicture }) {
  const app = useActions();
  const selected = useApp((state) => (state.selection?.kind === 'votes' ? state.selection.key : null));
  const [most, setMost] = useState(barsAtOnce);
  const cut = cutTracesText(view);
  const merged = picture.rows.filter((row) => row.forms.length > 1).length;
  const problem = view.experiment?.problem;
  const game = problem?.family === 'countdown' ? problem : null;
  const groups = useMemo(
    () => (game ? votesByValue(game, view.votes, view.ballots) : []),
    [game, view.votes, view.ballots],
  );
  const shown = useMemo(() => ({ ...picture, rows: picture.rows.slice(0, most) }), [picture, most]);
  const more = picture.rows.length - shown.rows.length;
  const shared = {
    selectedKey: selected,
    nameOf: (sequence: number) => nameOf(view, sequence),
    onSelectGroup: (key: string) => app.view.select({ kind: 'votes', key }),
    onSelectTrace: (sequence: number) => app.view.select({ kind: 'trace', sequence }),
  };
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <p className={notes.summary}>
        {picture.votes === 0 ? (
          votes.none
        ) : game ? (
          <>
            {gameSentence(game, groups, picture.votes)}
            {amounts.between}
            <span className="quiet">
              {voteSentence(picture)} {votes.groupedByPage}
            </span>
          </>
        ) : (
          voteSentence(picture)
        )}
        {merged > 0 && <span className="quiet"> {votes.merged(merged)}</span>}
      </p>
      {picture.rows.length > 0 &&
        (game ? (
          <VoteGroups
            groups={groups}
            view={view}
            problem={game}
            picture={picture}
            most={most}
            shared={shared}
          />
        ) : (
          <VoteHistogram picture={shown} {...shared} />
        ))}
      {more > 0 && (
        <button
          type="button"
          className={classes('button button-small', styles.more)}
          onClick={() => setMost(most + barsAtOnce)}
        >
          {votes.moreBars(Math.min(more, barsAtOnce))}
        </button>
      )}
      <p className={classes('quiet', styles.note)}>
        {picture.unread > 0 && `${votes.thinking(picture.unread, picture.traces)} `}
        {picture.withoutAnswer > 0 && `${votes.withoutAnswer(picture.withoutAnswer)} `}
        {cut !== null && `${cut}. `}
        {votes.blocks(picture.traces)}
      </p>
      {shown.rows.length > 0 && <VoteTable rows={shown.rows} game={game} view={view} />}
    </div>
  );
}

/** `8 of 8 make 24 (in 6 ways).` */
function gameSentence({ target }: CountdownProblem, groups: readonly ComputedVotes[], of: number): string {
  const right = groups.find(({ computed }) => computed.kind === 'target');
  return votes.make({ right: right?.votes ?? 0, of, target, ways: right?.answers.length ?? 0 });
}

function voteSentence(picture: VotePicture): string {
  const counts = picture.rows.slice(0, 4).map((row) => row.votes);
  const leader = itemAt(picture.rows, 0);
  const tied = picture.rows.filter((row) => row.votes === leader.votes).length;
  if (picture.votes === 1) return votes.only(leader.display);
  if (picture.rows.length === 1) return votes.unanimous(picture.votes, leader.display);
  if (tied > 1) return votes.level(tied, leader.votes);
  return votes.lead(`${counts.join(' : ')}${picture.rows.length > 4 ? ' : …' : ''}`, leader.display);
}
