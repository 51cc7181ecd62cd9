import { useMemo, useState } from 'react';
import { problemText } from '#experiment/problem.ts';
import { type MatrixState, problemMatrix } from '#lab/analysis/matrix.ts';
import { whereTheyPart } from '#run/where-they-part.ts';
import { useActions } from '#app/store/use-app.tsx';
import { type LoadedSweep, shapeOfLoaded } from '#app/sweeps/sweeps-state.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { experimentOfCell } from '#lab/sweeps/spec.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { labWorkers } from '../lab-workers.ts';
import { armNames } from './arm-names.ts';
import styles from './matrix-view.module.css';

const icons: Readonly<Record<MatrixState, IconName>> = {
  right: 'right',
  wrong: 'wrong',
  mixed: 'sliders',
  failed: 'warning',
  ungraded: 'unknown',
  waiting: 'more',
};
/** Rows that stand there before a person asks for more. */
const firstRows = 60;

/** Which problems each way solves; a cell opens its run in Play, where it parts from another way's if one is chosen. */
export function MatrixView({ loaded }: { readonly loaded: LoadedSweep }) {
  const app = useActions();
  const { sweep, problems, results } = loaded;
  const { arms: count } = shapeOfLoaded(loaded);
  const matrix = useMemo(
    () => problemMatrix(results, count, problems.length),
    [results, count, problems.length],
  );
  const names = armNames(sweep);
  const [other, setOther] = useState<number | null>(null);
  const [looking, setLooking] = useState(false);
  const [rows, setRows] = useState(firstRows);

  function experimentAt(arm: number, problem: number) {
    const [settings, asked] = [sweep.arms[arm], problems[problem]];
    return settings && asked && experimentOfCell(settings, asked, { arm, problem, repeat: 0 }, sweep.tokens);
  }

  async function open(arm: number, problem: number): Promise<void> {
    const mine = experimentAt(arm, problem);
    if (!mine) return;
    const theirs = other === null || other === arm ? null : experimentAt(other, problem);
    if (!theirs) return run(mine);
    setLooking(true);
    try {
      const { signal } = new AbortController();
      const [log, theirLog] = await Promise.all([
        labWorkers().run(mine, { signal }),
        labWorkers().run(theirs, { signal }),
      ]);
      const step = whereTheyPart(log, theirLog);
      if (step) app.setup.open(mine, { step });
      else run(mine);
    } catch {
      // Play says what is wrong.
      run(mine);
    } finally {
      setLooking(false);
    }
  }

  function run(experiment: NonNullable<ReturnType<typeof experimentAt>>): void {
    app.setup.open(experiment);
    app.runs.start();
  }

  return (
    <div className={styles.root}>
      <p>{sweepWords.matrixIs}</p>
      {count > 1 && (
        <label className={styles.choice}>
          <span className="knob-label">{sweepWords.part}</span>
          <select
            className="field-select"
            value={other ?? ''}
            onChange={({ currentTarget: { value } }) => setOther(value === '' ? null : Number(value))}
          >
            <option value="">{sweepWords.partNone}</option>
            {names.map((name, place) => (
              <option key={place} value={place}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {looking && <output>{sweepWords.opening}</output>}
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption className="hidden-visually">{sweepWords.matrixCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{sweepWords.problem}</th>
              {matrix.arms.map((arm) => (
                <th key={arm} scope="col">
                  {names[arm]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.slice(0, rows).map(({ problem, cells }) => {
              const asked = problems[problem];
              const text = asked ? problemText(asked) : '';
              return (
                <tr key={problem}>
                  <th scope="row" translate="no">
                    {text}
                  </th>
                  {cells.map(({ state, share }, at) => {
                    const arm = matrix.arms[at] ?? 0;
                    const said =
                      state === 'mixed' && share !== null
                        ? sweepWords.percent(share)
                        : sweepWords.states[state];
                    return (
                      <td key={arm}>
                        <button
                          type="button"
                          className={styles.cell}
                          data-state={state}
                          disabled={looking}
                          aria-label={sweepWords.openCell(names[arm] ?? '', text, said)}
                          title={said}
                          onClick={() => void open(arm, problem)}
                        >
                          {state === 'mixed' ? said : <Icon name={icons[state]} size={13} />}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {matrix.rows.length > rows && (
        <button type="button" className="button" onClick={() => setRows(rows + 200)}>
          {sweepWords.moreRows(matrix.rows.length - rows)}
        </button>
      )}
    </div>
  );
}
