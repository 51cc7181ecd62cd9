import { strategyDescriptions } from '../../../experiment/describe.ts';
import type { RunState } from '../../../run/state.ts';
import type { CompareRun } from '../../store/compare.ts';
import { Verdict } from '../../ui/verdict.tsx';
import { compareFigures, type Figure } from './compare-figures.ts';
import { TreeThumb } from './tree-thumb.tsx';
import { VoteThumb } from './vote-thumb.tsx';

/** What each strategy found and what it cost, on shared scales. */
export function CompareResults({ runs, tokens, onShow }: { readonly runs: readonly CompareRun[]; readonly tokens: number; readonly onShow: (run: CompareRun) => void }) {
  const figures = runs.map(({ state }) => compareFigures(state, tokens));
  const most = (place: number) => Math.max(1e-9, ...figures.map((own) => own[place]!.most ?? own[place]!.value));
  return (
    <>
      <div className="compare-grid">
        {runs.map((run, at) => (
          <article key={run.kind + String(at)} className="compare-card" aria-label={strategyDescriptions[run.kind].name} data-outcome={run.state.grade?.outcome}>
            <h3 className="compare-name">{strategyDescriptions[run.kind].name}</h3>
            <p className="compare-answer"><Answer run={run} /></p>
            <dl className="compare-figures">
              {figures[at]!.map((figure, place) => <Bar key={figure.name} figure={figure} most={most(place)} />)}
            </dl>
            <div className="compare-thumb">{run.phase === 'waiting' ? null : run.state.tree.length > 0 ? <TreeThumb state={run.state} /> : <VoteThumb state={run.state} />}</div>
            <button type="button" className="button button-small" disabled={run.phase !== 'done' || run.entries.length === 0} onClick={() => onShow(run)}>Step through this run</button>
          </article>
        ))}
      </div>
      <details className="votes-table">
        <summary>The same as a table</summary>
        <div className="scrolls">
          <table>
            <caption className="hidden-visually">Strategies compared</caption>
            <thead><tr><th scope="col">Strategy</th><th scope="col">Answer</th><th scope="col">Verdict</th>{figures[0]!.map(({ name }) => <th key={name} scope="col">{name}</th>)}</tr></thead>
            <tbody>
              {runs.map((run, at) => (
                <tr key={run.kind + String(at)}>
                  <th scope="row">{strategyDescriptions[run.kind].name}</th>
                  <td className="mono">{answerText(run)}</td>
                  <td>{run.state.grade?.outcome ?? '–'}</td>
                  {figures[at]!.map(({ name, text }) => <td key={name} className="mono">{text}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function answerText({ phase, state, entries }: CompareRun): string {
  const answer = state.chosen?.answer;
  if (answer) return answer.display;
  if (phase === 'waiting') return 'waits for its turn';
  if (phase === 'running') return 'thinks';
  const [first] = entries;
  const failure = state.failure ?? (first?.event.type === 'run-failed' ? first.event.failure : null);
  return failure ? `failed: ${failure.message}` : ended[state.status];
}

const ended: Readonly<Record<RunState['status'], string>> = { idle: 'did not run', running: 'stopped', cancelled: 'stopped', finished: 'no answer', failed: 'failed' };

function Answer({ run }: { readonly run: CompareRun }) {
  const known = run.state.chosen?.answer != null;
  return <><span className={known ? 'mono compare-text' : 'quiet'}>{answerText(run)}</span>{known && run.state.grade && <Verdict grade={run.state.grade} />}</>;
}

function Bar({ figure, most }: { readonly figure: Figure; readonly most: number }) {
  return (
    <div>
      <dt>{figure.name}</dt>
      <dd><span className="compare-bar" aria-hidden="true"><span style={{ width: `${Math.min(1, figure.value / most) * 100}%` }} /></span><span className="mono">{figure.text}</span></dd>
    </div>
  );
}
