import { type KeyboardEvent, useRef, useState } from 'react';
import { inkOn, valueColour } from '../search-tree/value-ramp.ts';
import { cellLabel, type ScoreRow } from './score-rows.ts';
import { classes } from '#views/classes.ts';
import styles from './score-strip.module.css';

export interface ScoreStripProps {
  readonly rows: readonly ScoreRow[];
  readonly selected: number | null;
  readonly onSelect: (sequence: number) => void;
}

interface Place {
  readonly sequence: number;
  readonly step: number;
}

const outcomes = {
  right: { sign: '✓', word: 'right' },
  wrong: { sign: '✕', word: 'wrong' },
  ungraded: { sign: '·', word: 'not graded' },
} as const;

/** One line a trace, one cell a step, coloured by its score. The number of the cell pointed at is said above. */
export function ScoreStrip({ rows, selected, onSelect }: ScoreStripProps) {
  const table = useRef<HTMLTableElement>(null);
  const [pointed, setPointed] = useState<Place | null>(null);
  const [reached, setReached] = useState<Place | null>(null);
  const find = (place: Place | null) =>
    place ? rows.find((row) => row.sequence === place.sequence && place.step < row.steps.length) : undefined;
  const stop = find(reached) ? reached! : { sequence: rows[0]?.sequence ?? 0, step: 0 };
  const told = find(pointed);

  function onKeyDown(event: KeyboardEvent) {
    const at = rows.findIndex((row) => row.sequence === stop.sequence);
    const row = rows[at];
    if (!row || !(event.target instanceof Element) || !event.target.matches('.score-cell')) return;
    const { key } = event;
    const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const next = rows[at + down];
    if (!next || !['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return;
    event.preventDefault();
    const wished =
      key === 'Home'
        ? 0
        : key === 'End'
          ? row.steps.length - 1
          : stop.step + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
    const place = { sequence: next.sequence, step: Math.min(next.steps.length - 1, Math.max(0, wished)) };
    setReached(place);
    table.current?.querySelector<HTMLElement>(`[data-cell="${place.sequence} ${place.step}"]`)?.focus();
  }

  return (
    <>
      <p className={classes(styles.told, 'mono')}>
        {told && pointed ? (
          cellLabel(told, pointed.step)
        ) : (
          <span className="quiet">Point at a cell for its number, or move with the arrow keys.</span>
        )}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the cells inside, which hand them up */}
      <table
        ref={table}
        className={styles.table}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        <caption className="hidden-visually">Step scores of every trace</caption>
        <thead>
          <tr>
            <th scope="col">Trace</th>
            <th scope="col">Step scores</th>
            <th scope="col">Score</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.sequence}
              data-chosen={row.chosen ? '' : undefined}
              data-selected={row.sequence === selected ? '' : undefined}
            >
              <th scope="row">
                <button type="button" className="trace-name" onClick={() => onSelect(row.sequence)}>
                  {row.label}
                </button>
              </th>
              <td className={styles.stripCell}>
                <div className={styles.strip}>
                  {row.steps.map((score, step) => (
                    <button
                      key={step}
                      type="button"
                      className={classes(styles.cell, 'mono')}
                      data-cell={`${row.sequence} ${step}`}
                      data-weakest={row.steps.length > 1 && step === row.weakest ? '' : undefined}
                      tabIndex={row.sequence === stop.sequence && step === stop.step ? 0 : -1}
                      aria-label={cellLabel(row, step)}
                      title={cellLabel(row, step)}
                      data-unjudged={score === null ? '' : undefined}
                      style={
                        score === null ? undefined : { background: valueColour(score), color: inkOn(score) }
                      }
                      onPointerEnter={() => setPointed({ sequence: row.sequence, step })}
                      onFocus={() => {
                        setReached({ sequence: row.sequence, step });
                        setPointed({ sequence: row.sequence, step });
                      }}
                      onClick={() => onSelect(row.sequence)}
                    >
                      <span>{score === null ? '–' : short(score)}</span>
                    </button>
                  ))}
                </div>
              </td>
              <td className="mono">
                {row.score === null ? (
                  <span className="quiet" title={row.why}>
                    <span aria-hidden="true">–</span>
                    <span className="hidden-visually">{row.why}</span>
                  </span>
                ) : (
                  row.score.toFixed(3)
                )}
              </td>
              <td className={styles.answer}>
                <span
                  className={styles.sign}
                  data-outcome={row.outcome}
                  title={outcomes[row.outcome].word}
                  aria-hidden="true"
                >
                  {outcomes[row.outcome].sign}
                </span>
                <span className="hidden-visually">{outcomes[row.outcome].word}: </span>
                <span className="mono">{row.answer ?? 'no answer'}</span>
                {row.chosen && <span className="chip">chosen</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** `.42`; 1 and 0 as they are. */
const short = (score: number): string =>
  score
    .toFixed(2)
    .replace(/^0(?=\.)/, '')
    .replace(/^1\.00$/, '1');
