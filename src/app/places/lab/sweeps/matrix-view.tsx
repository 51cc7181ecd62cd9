import { useWorded } from '#views/use-spoken.ts';
import { useState } from 'react';
import { asNote } from '#experiment/moment.ts';
import { armsDiffer, problemMatrix } from '#lab/analysis/matrix.ts';
import { experimentOfCell } from '#lab/sweeps/spec.ts';
import { whereTheyPart } from '#run/where-they-part.ts';
import { useActions } from '#app/store/use-app.tsx';
import { type LoadedSweep, shapeOfLoaded } from '#app/sweeps/sweeps-state.ts';
import { OutcomeMatrix } from '#views/chart/outcome-matrix.tsx';
import { sweepWords } from '#words/en/sweeps.ts';
import { labWorkers } from '../lab-workers.ts';
import { armNames } from './arm-names.ts';
import styles from './matrix-view.module.css';
import { saveChartOf } from './save-chart-of.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** Which problems each way solves; a cell opens its run in Play, where it parts from another way's if one is chosen. */
export function MatrixView({ loaded }: { readonly loaded: LoadedSweep }) {
  const app = useActions();
  const { sweep, problems, results } = loaded;
  const { arms: count } = shapeOfLoaded(loaded);
  const matrix = useWorded(
    () => problemMatrix(results, count, problems.length),
    [results, count, problems.length],
  );
  const names = useWorded(() => armNames(sweep), [sweep]);
  const arms = useWorded(
    () => matrix.arms.map((arm) => ({ key: String(arm), name: names[arm] ?? '' })),
    [matrix, names],
  );
  const [wanted, want] = useState(true);
  const differing = useWorded(() => matrix.rows.filter(armsDiffer), [matrix]);
  const only = wanted && differing.length > 0;
  const rows = only ? differing : matrix.rows;
  const columns = useWorded(
    () =>
      rows.map(({ problem, cells }) => {
        const asked = problems[problem];
        return {
          name: asked ? problemWords.text(asked) : '',
          marks: cells.map(({ state, share }) => ({ state, share })),
        };
      }),
    [rows, problems],
  );
  const [other, setOther] = useState<number | null>(null);
  const [looking, setLooking] = useState(false);

  function experimentAt(arm: number, problem: number) {
    const [settings, asked] = [sweep.arms[arm], problems[problem]];
    return settings && asked && experimentOfCell(settings, asked, { arm, problem, repeat: 0 }, sweep.tokens);
  }

  async function open(arm: number, problem: number): Promise<void> {
    const mine = experimentAt(arm, problem);
    if (!mine) return;
    const run = () => {
      app.setup.open(mine);
      app.runs.start();
    };
    const theirs = other === null || other === arm ? null : experimentAt(other, problem);
    if (!theirs) return run();
    setLooking(true);
    try {
      const { signal } = new AbortController();
      const [log, theirLog] = await Promise.all([
        labWorkers().run(mine, { signal }),
        labWorkers().run(theirs, { signal }),
      ]);
      const parting = whereTheyPart(log, theirLog);
      if (!parting) return run();
      const { step, wrote, other: instead } = parting;
      const against = names[other ?? 0] ?? '';
      app.setup.open(mine, { step, note: asNote(sweepWords.partsHere({ against, wrote, instead })) });
    } catch {
      // Play says what is wrong.
      run();
    } finally {
      setLooking(false);
    }
  }

  return (
    <>
      {differing.length > 0 && (
        <label className={styles.only}>
          <input type="checkbox" checked={only} onChange={() => want(!wanted)} />
          {sweepWords.onlyDiffering}{' '}
          <span className="quiet">{sweepWords.progress(differing.length, matrix.rows.length)}</span>
        </label>
      )}
      <OutcomeMatrix
        title={sweepWords.matrixCaption}
        note={sweepWords.matrixIs}
        arms={arms}
        problems={columns}
        choices={
          count < 2
            ? []
            : [
                {
                  label: sweepWords.part,
                  options: [
                    { key: '', name: sweepWords.partNone },
                    ...names.map((name, place) => ({ key: String(place), name })),
                  ],
                  chosen: other === null ? '' : String(other),
                  onChoose: (key) => setOther(key === '' ? null : Number(key)),
                },
              ]
        }
        onCell={(spot) => {
          const [arm, row] = [matrix.arms[spot.arm], rows[spot.problem]];
          if (arm !== undefined && row && !looking) void open(arm, row.problem);
        }}
        onSave={saveChartOf(sweep)}
      />
      {looking && <output>{sweepWords.opening}</output>}
    </>
  );
}
