import { useId, useState } from 'react';
import type { Selection } from '#run/search-events.ts';
import { puctScore } from '#learn/puct.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Slider } from '#views/slider.tsx';
import { nodeName } from '#views/search-tree/node-words.ts';
import { amounts } from '#words/en/amounts.ts';
import { lessonWords } from '#words/en/lessons.ts';
import styles from './puct-widget.module.css';

/** The choice at which the search was stopped, with c slid: which child would have been taken. */
export function PuctWidget() {
  const view = useApp((state) => state.view);
  const { focus } = view;
  const choice =
    focus?.kind === 'selected'
      ? focus.event.selections.toSorted((a, b) => b.rows.length - a.rows.length)[0]
      : undefined;
  if (!choice || choice.rule !== 'puct' || choice.rows.length < 2)
    return <p className="quiet">{lessonWords.puct.stop}</p>;
  return (
    <Choice key={`${view.cursor} ${choice.parent}`} choice={choice} nameOf={(node) => nodeName(view, node)} />
  );
}

function Choice({
  choice,
  nameOf,
}: {
  readonly choice: Selection;
  readonly nameOf: (node: number) => string;
}) {
  const [c, setC] = useState(choice.c);
  const id = useId();
  // In the order of the search's own scores, which stays while c is slid.
  const rows = choice.rows
    .toSorted((a, b) => b.score - a.score || a.node - b.node)
    .map((row) => ({ ...row, now: puctScore(row, choice, c) }));
  const [winner] = rows.toSorted((a, b) => b.now - a.now || a.node - b.node);
  const most = Math.max(Number.EPSILON, ...rows.map(({ now }) => now));
  const share = (value: number) => `${(Math.max(0, value) / most) * 100}%`;
  return (
    <div className={styles.root}>
      <label className={styles.knob} htmlFor={id}>
        <span>
          c = <b className="mono">{amounts.decimal(c)}</b>
        </span>
        <Slider
          id={id}
          min={0}
          max={6}
          step={0.05}
          value={c}
          aria-valuetext={
            winner ? lessonWords.puct.takes(amounts.decimal(c), nameOf(winner.node)) : undefined
          }
          onChange={setC}
        />
      </label>
      {winner && (
        <p className={styles.said}>
          {winner.node === choice.chosen
            ? lessonWords.puct.same(nameOf(winner.node))
            : lessonWords.puct.other(nameOf(winner.node), nameOf(choice.chosen), amounts.decimal(choice.c))}
        </p>
      )}
      <div className="scrolls">
        <table className={styles.table}>
          <caption className="hidden-visually">{lessonWords.puct.table}</caption>
          <thead>
            <tr>
              <th scope="col">{lessonWords.puct.step}</th>
              <th scope="col">Q</th>
              <th scope="col">P</th>
              <th scope="col">n</th>
              <th scope="col">{lessonWords.puct.sum}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.node} data-taken={row.node === winner?.node ? '' : undefined}>
                <th scope="row" translate="no">
                  {nameOf(row.node)}
                  <span className={styles.bars} aria-hidden="true">
                    <span className={styles.value} style={{ '--fill': share(row.q) }} />
                    <span className={styles.curious} style={{ '--fill': share(row.now - row.q) }} />
                  </span>
                </th>
                <td>{amounts.decimal(row.q)}</td>
                <td>{amounts.decimal(row.prior)}</td>
                <td>{row.visits}</td>
                <td>{amounts.decimal(row.now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
