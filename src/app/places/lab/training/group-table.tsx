import { useState } from 'react';
import type { ShownGroup, ShownTrace } from '#train/events.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { trainerWords } from '#words/en/trainer.ts';
import styles from './group-table.module.css';
import { TraceText } from './trace-text.tsx';
import { problems as problemWords } from '#words/en/problems.ts';

const few = 6;

/** A group that the step learnt from: its traces, best first, and what each was worth. */
export function GroupTable({ group, step }: { readonly group: ShownGroup | null; readonly step: number }) {
  const [all, showAll] = useState(false);
  const traces = group?.traces.toSorted((a, b) => b.advantage - a.advantage || b.reward - a.reward) ?? [];
  const shown = all ? traces : ends(traces);
  const most = Math.max(...traces.map(({ advantage }) => Math.abs(advantage)), 1e-9);
  const silent = traces.length > 0 && traces.every(({ advantage }) => advantage === 0);
  return (
    <section className={styles.root} aria-labelledby="training-group">
      <div className={styles.head}>
        <h3 className={styles.title} id="training-group">
          {step > 0 ? trainerWords.groupOf(step) : trainerWords.group}
        </h3>
        {group && (
          <span className="mono" translate="no">
            {problemWords.text(group.problem)}
          </span>
        )}
      </div>
      {!group && <p className="quiet">{trainerWords.noGroup}</p>}
      {group && (
        <>
          <p className={classes('quiet', styles.about)}>
            {silent ? trainerWords.silentGroup : trainerWords.groupIs}
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.number}>
                  {trainerWords.columns.reward}
                </th>
                <th scope="col" className={styles.advantage}>
                  {trainerWords.columns.advantage}
                </th>
                <th scope="col">{trainerWords.columns.text}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((trace, at) => (
                <Row key={at} trace={trace} most={most} />
              ))}
            </tbody>
          </table>
          {traces.length > few && (
            <button type="button" className="button button-small" onClick={() => showAll(!all)}>
              {all ? trainerWords.fewerTraces : trainerWords.moreTraces(traces.length)}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Row({ trace, most }: { readonly trace: ShownTrace; readonly most: number }) {
  const share = (Math.abs(trace.advantage) / most) * 50;
  const sign = trace.advantage > 0 ? 'up' : trace.advantage < 0 ? 'down' : 'even';
  return (
    <tr>
      <td className={styles.number}>
        <span className={styles.reward}>
          <span className={styles.verdict} data-right={trace.right}>
            <Icon name={trace.right ? 'right' : 'wrong'} size={12} />
            <span className="hidden-visually">{trace.right ? trainerWords.right : trainerWords.wrong}</span>
          </span>
          {trainerWords.reward(trace.reward)}
        </span>
      </td>
      <td className={styles.advantage}>
        <span className={styles.amount}>{trainerWords.advantage(trace.advantage)}</span>
        <svg className={styles.bars} height="12" aria-hidden="true">
          <rect className={styles.middle} x="50%" width="1" height="12" />
          <rect
            className={styles.bar}
            data-sign={sign}
            x={`${trace.advantage < 0 ? 50 - share : 50}%`}
            y="2"
            width={`${share}%`}
            height="8"
          />
        </svg>
      </td>
      <td className={styles.text}>
        <TraceText text={trace.text} oneLine />
      </td>
    </tr>
  );
}

/** The best and the worst, where they are many. */
const ends = (traces: readonly ShownTrace[]): readonly ShownTrace[] =>
  traces.length > few ? [...traces.slice(0, few / 2), ...traces.slice(-few / 2)] : traces;
