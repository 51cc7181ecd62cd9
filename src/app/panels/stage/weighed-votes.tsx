import { useMemo } from 'react';
import { choosableTraces, votersOf } from '#answers/choose-again.ts';
import { weighAnswers } from '#answers/choose.ts';
import type { Grade } from '#run/events.ts';
import type { RunState } from '#run/state.ts';
import { classes } from '#views/classes.ts';
import { percent } from '#words/en/format.ts';
import { scores } from '#words/en/scores.ts';
import { votes } from '#words/en/votes.ts';
import { OutcomeSign } from '#app/ui/verdict.tsx';
import { useActions } from '#app/store/use-app.tsx';
import notes from './stage-notes.module.css';
import styles from './weighed-votes.module.css';

interface Row {
  readonly key: string;
  readonly display: string;
  readonly weight: number;
  readonly traces: number;
  readonly outcome: Grade['outcome'];
}

/** A vote in which each trace counts by its score: the answers with their sums, heaviest first. */
export function WeighedVotes({ view }: { readonly view: RunState }) {
  const app = useActions();
  const rows = useMemo(() => rowsOf(view), [view]);
  const chosen = view.chosen?.answer?.key;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const most = rows[0]?.weight ?? total;
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <p className={notes.summary}>{rows.length === 0 ? votes.byScore : votes.weighed}</p>
      {rows.length > 0 && (
        <table className={styles.table}>
          <caption className="hidden-visually">{votes.weighed}</caption>
          <thead>
            <tr>
              <th scope="col">{votes.answer}</th>
              <th scope="col">{votes.sum}</th>
              <th scope="col" className={styles.bars}>
                <span className="hidden-visually">{votes.asBar}</span>
              </th>
              <th scope="col">{votes.traces}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-outcome={row.outcome} data-chosen={row.key === chosen ? '' : undefined}>
                <th scope="row" className="mono" translate="no">
                  <OutcomeSign outcome={row.outcome} />
                  <span className="hidden-visually">{scores.outcomes[row.outcome]}: </span>
                  {row.display}
                </th>
                <td className="mono">{scores.total(row.weight, 2)}</td>
                <td className={styles.bars}>
                  <span className="hidden-visually">{percent(total > 0 ? row.weight / total : 0)}</span>
                  <span
                    className={styles.bar}
                    style={{ width: `${total > 0 ? (100 * row.weight) / most : 0}%` }}
                  />
                </td>
                <td className="mono">{row.traces}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className="button" onClick={() => app.view.showTab('scores')}>
        {votes.showScores}
      </button>
    </div>
  );
}

function rowsOf(view: RunState): readonly Row[] {
  const traces = choosableTraces(view);
  return weighAnswers(votersOf(traces)).map(({ answer, weight }) => {
    const own = traces.filter((one) => one.answer?.key === answer.key && one.score?.score != null);
    return {
      key: answer.key,
      display: answer.display,
      weight,
      traces: own.length,
      outcome: own.find(({ grade }) => grade)?.grade?.outcome ?? 'ungraded',
    };
  });
}
