import { type KeyboardEvent, useRef, useState } from 'react';
import { scores } from '#words/en/scores.ts';
import { inkOn, valueColour } from '../search-tree/value-ramp.ts';
import { cellLabel, type ScoreRow } from './score-rows.ts';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import styles from './score-strip.module.css';
import traceName from '../trace-name.module.css';

export interface ScoreStripProps {
  readonly rows: readonly ScoreRow[];
  /** Of the traces' scores, after the point. */
  readonly digits: number;
  readonly selected: number | null;
  readonly onSelect: (sequence: number) => void;
}

interface Place {
  readonly sequence: number;
  readonly step: number;
}

const signs = { right: '✓', wrong: '✕', ungraded: '·' } as const;

/** One line a trace, one cell a step, coloured by its score. The number of the cell pointed at is said above. */
export function ScoreStrip({ rows, digits, selected, onSelect }: ScoreStripProps) {
  const table = useRef<HTMLTableElement>(null);
  const [pointed, setPointed] = useState<Place | null>(null);
  const [reached, setReached] = useState<Place | null>(null);
  const find = (place: Place | null) =>
    place ? rows.find((row) => row.sequence === place.sequence && place.step < row.steps.length) : undefined;
  const stop = reached && find(reached) ? reached : { sequence: rows[0]?.sequence ?? 0, step: 0 };
  const told = find(pointed);
  const most = Math.max(...rows.map((row) => row.steps.length));

  function onKeyDown(event: KeyboardEvent) {
    const at = rows.findIndex((row) => row.sequence === stop.sequence);
    const row = rows[at];
    if (!row || !(event.target instanceof Element) || !event.target.matches('[data-cell]')) return;
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
          <span className="quiet">
            <Rich text={scores.help} parts={{ keys: <span className="for-keys" /> }} />
          </span>
        )}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the cells inside, which hand them up */}
      <table
        ref={table}
        className={styles.table}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
      >
        <caption className="hidden-visually">{scores.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{scores.columns.trace}</th>
            <th scope="col">{scores.columns.steps}</th>
            <th scope="col">{scores.columns.score}</th>
            <th scope="col">{scores.columns.answer}</th>
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
                <button
                  type="button"
                  className={classes(traceName.root, styles.name)}
                  data-trace={row.sequence}
                  onClick={() => onSelect(row.sequence)}
                >
                  {row.label}
                </button>
              </th>
              <td>
                <div
                  className={styles.strip}
                  style={{ gridTemplateColumns: `repeat(${most}, minmax(1.25rem, 4rem))` }}
                >
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
                      <span>{score === null ? '–' : scores.short(score)}</span>
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
                  scores.total(row.score, digits)
                )}
              </td>
              <td className={styles.answer}>
                <span
                  className={styles.sign}
                  data-outcome={row.outcome}
                  title={scores.outcomes[row.outcome]}
                  aria-hidden="true"
                >
                  {signs[row.outcome]}
                </span>
                <span className="hidden-visually">{scores.outcomes[row.outcome]}: </span>
                {row.answer === null ? (
                  <span className="mono">{scores.noAnswer}</span>
                ) : (
                  <span className="mono" translate="no">
                    {row.answer}
                  </span>
                )}
                {row.chosen && <span className="chip">{scores.chosen[row.chosen]}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
