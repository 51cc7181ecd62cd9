import { explain } from '#words/explain.ts';
import { strategies } from '#words/en/strategies.ts';
import { noAnswerWords } from '#words/no-answer.ts';
import { modelName } from '#policy/models.ts';
import { compare } from '#words/en/compare.ts';
import type { CompareRun } from '#app/store/compare.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { compareFigures, type Figure } from './compare-figures.ts';
import { TreeThumb } from './tree-thumb.tsx';
import { VoteThumb } from './vote-thumb.tsx';
import { classes } from '#views/classes.ts';
import styles from './compare-results.module.css';

/** What each side found and what it cost, on shared scales. */
export function CompareResults({
  runs,
  onShow,
}: {
  readonly runs: readonly CompareRun[];
  readonly onShow: (run: CompareRun) => void;
}) {
  const library = useApp((state) => state.library);
  const models = new Set(runs.map(({ experiment }) => experiment.model));
  const several = models.size > 1;
  const figures = runs.map(({ state, experiment: { budget, model } }) =>
    compareFigures(state, budget.tokens, several ? abilitiesOf(model, library).parameters : undefined),
  );
  const most = (place: number) =>
    Math.max(1e-9, ...figures.map((own) => own[place]!.most ?? own[place]!.value));
  return (
    <>
      <div className={styles.grid}>
        {runs.map((run, at) => {
          const { name, model } = sideOf(run);
          return (
            <article
              key={at}
              className={styles.card}
              aria-label={several ? compare.side({ strategy: name, model }) : name}
              data-outcome={run.state.grade?.outcome}
            >
              <div>
                <h3 className={styles.name}>{name}</h3>
                {several && (
                  <p className={classes('quiet', styles.model)} translate="no">
                    {model}
                  </p>
                )}
              </div>
              <p className={styles.answer}>
                <span className={run.state.chosen?.answer ? classes('mono', styles.text) : 'quiet'}>
                  <Answer run={run} />
                </span>
                {run.state.chosen?.answer && run.state.grade && <VerdictMark grade={run.state.grade} />}
              </p>
              <dl className={styles.figures}>
                {figures[at]!.map((figure, place) => (
                  <Bar key={figure.name} figure={figure} most={most(place)} />
                ))}
              </dl>
              <div className={styles.thumb}>
                {run.phase === 'waiting' ? null : run.state.tree.length > 0 ? (
                  <TreeThumb state={run.state} />
                ) : (
                  <VoteThumb state={run.state} />
                )}
              </div>
              <button
                type="button"
                className="button button-small"
                disabled={run.phase !== 'done' || run.state.experiment === null}
                onClick={() => onShow(run)}
              >
                {compare.show}
              </button>
            </article>
          );
        })}
      </div>
      <details className="votes-table">
        <summary>{compare.asTable}</summary>
        <div className="scrolls">
          <table>
            <caption className="hidden-visually">{compare.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{compare.columns.strategy}</th>
                {several && <th scope="col">{compare.columns.model}</th>}
                <th scope="col">{compare.columns.answer}</th>
                <th scope="col">{compare.columns.verdict}</th>
                {figures[0]!.map(({ name, help }) => (
                  <th key={name} scope="col" title={help}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map((run, at) => (
                <tr key={at}>
                  <th scope="row">{sideOf(run).name}</th>
                  {several && <td translate="no">{sideOf(run).model}</td>}
                  <td className="mono">
                    <Answer run={run} />
                  </td>
                  <td>{run.state.grade ? compare.outcomes[run.state.grade.outcome] : '–'}</td>
                  {figures[at]!.map(({ name, text }) => (
                    <td key={name} className="mono">
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function sideOf({ experiment: { strategy, model } }: CompareRun): {
  readonly name: string;
  readonly model: string;
} {
  return { name: strategies[strategy.kind].name, model: modelName(model) };
}

/** Why there is no answer, or none yet. */
function whyNone({ phase, state, entries }: CompareRun): string {
  if (phase === 'waiting') return compare.waiting;
  if (phase === 'running') return compare.thinking;
  const [first] = entries;
  const failure = state.failure ?? (first?.event.type === 'run-failed' ? first.event.failure : null);
  if (failure) return compare.failed(explain(failure).message);
  const none = noAnswerWords(state);
  return none ? compare.noAnswer(none.why) : compare.ended[state.status];
}

function Answer({ run }: { readonly run: CompareRun }) {
  const answer = run.state.chosen?.answer;
  return answer ? <span translate="no">{answer.display}</span> : whyNone(run);
}

function Bar({ figure, most }: { readonly figure: Figure; readonly most: number }) {
  return (
    <div>
      <dt title={figure.help}>{figure.name}</dt>
      <dd>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ width: `${Math.min(1, figure.value / most) * 100}%` }} />
        </span>
        <span className="mono">{figure.text}</span>
      </dd>
    </div>
  );
}
