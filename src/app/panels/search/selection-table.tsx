import type { Selection } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { amounts } from '#words/en/amounts.ts';
import { nodeName } from '#views/search-tree/node-words.ts';
import { filledFormula, formulaLetters, formulaText, priorMeans } from './formula.ts';
import { NodeLink } from './node-link.tsx';

/** One node's choice among its children: every term of every child, and the winner's formula filled in. */
export function SelectionTable({
  state,
  selection,
}: {
  readonly state: RunState;
  readonly selection: Selection;
}) {
  const { rule, rows, chosen, parent, parentVisits, c } = selection;
  const winner = rows.find(({ node }) => node === chosen);
  const byScore = rows.toSorted((a, b) => b.score - a.score || a.node - b.node);
  const hasPrior = rule === 'puct';
  const { strategy } = state.experiment ?? {};
  const prior = strategy?.kind === 'mcts' ? strategy.prior : 'sum';
  const pending = rows.some((row) => row.pending > 0);
  return (
    <div>
      <div className="scrolls">
        <table className="numbers-table">
          <caption className="hidden-visually">
            {rule === 'puct' ? 'PUCT' : 'UCT'} scores of the children of {nodeName(state, parent)}, best first
          </caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col" title="Mean value of what came back">
                Q
              </th>
              {hasPrior && (
                <th scope="col" title={`Prior: ${priorMeans(prior)}`}>
                  P
                </th>
              )}
              <th
                scope="col"
                title={pending ? 'Visits; those still under way stand after the plus' : 'Visits'}
              >
                n
              </th>
              <th scope="col" title="Exploration: the second term of the rule">
                explore
              </th>
              <th scope="col">score</th>
            </tr>
          </thead>
          <tbody>
            {byScore.map((row) => (
              <tr key={row.node} data-chosen={row.node === chosen ? '' : undefined}>
                <th scope="row">
                  <NodeLink state={state} node={row.node} />
                  {row.node === chosen && <span className="hidden-visually"> (chosen)</span>}
                </th>
                <td>{amounts.decimal(row.q)}</td>
                {hasPrior && <td>{amounts.decimal(row.prior)}</td>}
                <td>
                  {row.visits - row.pending}
                  {row.pending > 0 && <span className="pending">+{row.pending}</span>}
                </td>
                <td>{row.visits === 0 && rule === 'uct' ? '–' : amounts.decimal(row.exploration)}</td>
                <td className="numbers-score">
                  {row.visits === 0 && rule === 'uct' ? 'first' : amounts.decimal(row.score)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {winner && (
        <div className="formula mono">
          <p className="formula-rule">{formulaText(rule)}</p>
          {filledFormula(selection, winner).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <p className="quiet selection-note">
        {formulaLetters(rule, prior).map(({ letter, means }) => (
          <span key={letter}>
            <span className="mono">{letter}</span> {means};{' '}
          </span>
        ))}
        here N = {parentVisits}, c = {c}.
        {pending &&
          ' “+1”: one simulation more is under way through it, counted as a visit that found nothing, so that the next goes elsewhere.'}
      </p>
    </div>
  );
}
