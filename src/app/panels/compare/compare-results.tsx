import { compare } from '#words/en/compare.ts';
import { shell } from '#words/en/shell.ts';
import type { RunState } from '#run/state.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import type { StageSide } from '#app/store/sides.ts';
import { useApp } from '#app/store/use-app.tsx';
import { setupBeside, useMedia } from '#app/ui/use-media.ts';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import { compareFigures, type Figure } from './compare-figures.ts';
import styles from './compare-results.module.css';
import { letterOf, nameOfSide, inCommon, namingOf, whyNoneYet, whyThisAnswer } from './side-words.ts';
import { useStagesState } from './use-stages.ts';

/** What each side found and what it cost at this place of the timeline, on shared scales. `table`: whether there is room for it. */
export function CompareResults({ table }: { readonly table: boolean }) {
  const sides = useStagesState((state) => state.sides);
  const views = useStagesState((state) => state.views);
  const following = useStagesState((state) => state.following);
  const library = useApp((state) => state.library);
  // On a phone a run's answer stands below its name: beside it, neither could be read.
  const beside = useMedia(setupBeside);
  const naming = namingOf(sides.map(({ experiment }) => experiment));
  const rows = sides.flatMap((side, place) => {
    const view = views[place];
    if (!view) return [];
    const { budget, model } = side.experiment;
    const parameters = naming !== 'strategy' ? abilitiesOf(model, library).parameters : undefined;
    return [{ side, view, place, figures: compareFigures(view, budget.tokens, parameters) }];
  });
  const most = (name: string) =>
    Math.max(
      1e-9,
      ...rows.flatMap(({ figures }) =>
        figures.flatMap((figure) => (figure.name === name ? (figure.most ?? figure.value) : [])),
      ),
    );
  const over =
    following && rows.length > 0 && sides.every(({ phase }) => phase === 'done' || phase === 'not-run');
  const names = rows[0]?.figures ?? [];
  return (
    <section
      className={classes(styles.root, 'scrolls')}
      aria-label={compare.results}
      data-empty={sides.every(({ phase }) => phase === 'ready') ? '' : undefined}
    >
      <output className="hidden-visually">
        {over
          ? compare.finished(
              rows.map(({ side, view }) => ({
                name: nameOfSide(side, naming),
                answer: view.chosen?.answer?.display ?? whyNoneYet(side, view),
                verdict: view.chosen?.answer && view.grade ? shell.verdict[view.grade.outcome] : '',
              })),
            )
          : ''}
      </output>
      {table && !beside && <p className={classes('quiet', styles.common)}>{inCommon(sides)}</p>}
      {table && (
        <table className={styles.table}>
          <caption className="hidden-visually">{compare.results}</caption>
          <thead>
            <tr>
              <th scope="col">{beside ? compare.columns.side : compare.columns.sideAndAnswer}</th>
              {beside && <th scope="col">{compare.columns.answer}</th>}
              <th scope="col">{compare.columns.verdict}</th>
              <th scope="col" className={styles.why}>
                {compare.columns.why}
              </th>
              {names.map(({ name }) => (
                <th key={name} scope="col" className={styles.figure}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ side, view, place, figures }) => {
              const answer = view.chosen?.answer;
              const name = nameOfSide(side, naming);
              return (
                <tr key={side.id}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.side}
                      title={compare.goTo(name)}
                      onClick={() => showStage(place)}
                    >
                      <span className={styles.letter}>{letterOf(place)}</span> {name}
                    </button>
                    {!beside && (
                      <p className={styles.below}>
                        <Answer side={side} view={view} />
                      </p>
                    )}
                  </th>
                  {beside && (
                    <td className={styles.answer}>
                      <Answer side={side} view={view} />
                    </td>
                  )}
                  <td>{answer && view.grade ? <VerdictMark grade={view.grade} /> : '–'}</td>
                  <td className={classes('quiet', styles.why)} title={whyThisAnswer(view)}>
                    {whyThisAnswer(view)}
                  </td>
                  {figures.map((figure) => (
                    <td key={figure.name} className={classes('mono', styles.figure)}>
                      {view.status === 'idle' ? '–' : <Amount figure={figure} most={most(figure.name)} />}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The answer at this place, or why there is none. */
function Answer({ side, view }: { readonly side: StageSide; readonly view: RunState }) {
  const answer = view.chosen?.answer;
  const shown = answer?.display ?? whyNoneYet(side, view);
  return (
    <span className={answer ? 'mono' : 'quiet'} translate={answer ? 'no' : undefined} title={shown}>
      {shown}
    </span>
  );
}

function Amount({ figure, most }: { readonly figure: Figure; readonly most: number }) {
  return (
    <>
      {figure.text}
      {figure.of !== undefined && <span className={styles.of}> {figure.of}</span>}
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.min(1, figure.value / most) * 100}%` }} />
      </span>
    </>
  );
}

/** Where the stages are swiped, brings one into sight. */
function showStage(place: number): void {
  document.getElementById(`side-${place}`)?.scrollIntoView({ block: 'nearest', inline: 'start' });
}
