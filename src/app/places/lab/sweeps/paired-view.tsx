import { useMemo, useState } from 'react';
import { comparedWith } from '#lab/analysis/paired-arms.ts';
import { pText } from '#lab/paired.ts';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { lab } from '#words/en/lab.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import table from './paired-view.module.css';
import { armNames } from './arm-names.ts';

/** Every way to answer against one of them, problem by problem. */
export function PairedView({ loaded }: { readonly loaded: LoadedSweep }) {
  const names = armNames(loaded.sweep);
  const [chosen, choose] = useState(0);
  const compared = useMemo(() => comparedWith(loaded.results, chosen), [loaded.results, chosen]);
  if (names.length < 2) return <p className="quiet">{sweepWords.oneWay}</p>;
  return (
    <div className={table.root}>
      <p>{sweepWords.comparedIs}</p>
      <label className={table.choice}>
        <span className="knob-label">{sweepWords.against}</span>
        <select
          className="field-select"
          value={chosen}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {names.map((name, place) => (
            <option key={place} value={place}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <section
        className={table.scroller}
        aria-label={sweepWords.tabNames.paired}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too wide, by arrow keys too
        tabIndex={0}
      >
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{lab.columns.way}</th>
              <th scope="col">{sweepWords.difference}</th>
              <th scope="col">{sweepWords.betterColumn}</th>
              <th scope="col">{sweepWords.worseColumn}</th>
              <th scope="col">{lab.correctedP}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ arm, difference, better, worse, corrected }) => (
              <tr key={arm}>
                <th scope="row">{names[arm]}</th>
                <td>{sweepWords.points(difference)}</td>
                <td>{sweepWords.number(better)}</td>
                <td>{sweepWords.number(worse)}</td>
                <td>{pText(corrected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
