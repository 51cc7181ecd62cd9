import { strategyDescriptions } from '#experiment/describe.ts';
import { noAnswerWords } from '#words/no-answer.ts';
import type { RunState } from '#run/state.ts';
import { modelName } from '#policy/models.ts';
import type { CompareRun } from '#app/store/compare.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Verdict } from '#app/ui/verdict.tsx';
import { compareFigures, type Figure } from './compare-figures.ts';
import { TreeThumb } from './tree-thumb.tsx';
import { VoteThumb } from './vote-thumb.tsx';

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
      <div className="compare-grid">
        {runs.map((run, at) => {
          const { name, model } = sideOf(run);
          return (
            <article
              key={at}
              className="compare-card"
              aria-label={several ? `${name}, ${model}` : name}
              data-outcome={run.state.grade?.outcome}
            >
              <div>
                <h3 className="compare-name">{name}</h3>
                {several && <p className="quiet compare-model">{model}</p>}
              </div>
              <p className="compare-answer">
                <Answer run={run} />
              </p>
              <dl className="compare-figures">
                {figures[at]!.map((figure, place) => (
                  <Bar key={figure.name} figure={figure} most={most(place)} />
                ))}
              </dl>
              <div className="compare-thumb">
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
                Step through this run
              </button>
            </article>
          );
        })}
      </div>
      <details className="votes-table">
        <summary>The same as a table</summary>
        <div className="scrolls">
          <table>
            <caption className="hidden-visually">Strategies compared</caption>
            <thead>
              <tr>
                <th scope="col">Strategy</th>
                {several && <th scope="col">Model</th>}
                <th scope="col">Answer</th>
                <th scope="col">Verdict</th>
                {figures[0]!.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map((run, at) => (
                <tr key={at}>
                  <th scope="row">{sideOf(run).name}</th>
                  {several && <td>{sideOf(run).model}</td>}
                  <td className="mono">{answerText(run)}</td>
                  <td>{run.state.grade?.outcome ?? '–'}</td>
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
  return { name: strategyDescriptions[strategy.kind].name, model: modelName(model) };
}

function answerText({ phase, state, entries }: CompareRun): string {
  const answer = state.chosen?.answer;
  if (answer) return answer.display;
  if (phase === 'waiting') return 'waits for its turn';
  if (phase === 'running') return 'thinks';
  const [first] = entries;
  const failure = state.failure ?? (first?.event.type === 'run-failed' ? first.event.failure : null);
  if (failure) return `failed: ${failure.message}`;
  const none = noAnswerWords(state);
  return none ? `no answer: ${none.why}` : ended[state.status];
}

const ended: Readonly<Record<RunState['status'], string>> = {
  idle: 'did not run',
  running: 'stopped',
  cancelled: 'stopped',
  finished: 'no answer',
  failed: 'failed',
};

function Answer({ run }: { readonly run: CompareRun }) {
  const known = run.state.chosen?.answer != null;
  return (
    <>
      <span className={known ? 'mono compare-text' : 'quiet'}>{answerText(run)}</span>
      {known && run.state.grade && <Verdict grade={run.state.grade} />}
    </>
  );
}

function Bar({ figure, most }: { readonly figure: Figure; readonly most: number }) {
  return (
    <div>
      <dt>{figure.name}</dt>
      <dd>
        <span className="compare-bar" aria-hidden="true">
          <span style={{ width: `${Math.min(1, figure.value / most) * 100}%` }} />
        </span>
        <span className="mono">{figure.text}</span>
      </dd>
    </div>
  );
}
