import type { Selection } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { amounts } from '#words/en/amounts.ts';
import { Rich } from '#views/rich.tsx';
import { nodeName } from '#views/search-tree/node-words.ts';
import { search } from '#words/en/search.ts';
import { filledFormula, formulaLetters, formulaText } from './formula.ts';
import { NodeLink } from './node-link.tsx';
import { classes } from '#views/classes.ts';
import numbers from './numbers-table.module.css';
import styles from './selection-table.module.css';

const letter = {
  letter: (name: string) => (
    <span className="mono" translate="no">
      {name}
    </span>
  ),
};

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
        <table className={numbers.root}>
          <caption className="hidden-visually">
            {search.selection.caption({ rule: rule.toUpperCase(), node: nodeName(state, parent) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{search.columns.step}</th>
              <th scope="col" title={search.columns.q} translate="no">
                Q
              </th>
              {hasPrior && (
                <th scope="col" title={search.columns.p(search.priors[prior])} translate="no">
                  P
                </th>
              )}
              <th scope="col" title={pending ? search.columns.nPending : search.columns.n} translate="no">
                n
              </th>
              <th scope="col" title={search.columns.exploration}>
                {search.columns.explore}
              </th>
              <th scope="col">{search.columns.score}</th>
            </tr>
          </thead>
          <tbody>
            {byScore.map((row) => (
              <tr key={row.node} data-chosen={row.node === chosen ? '' : undefined}>
                <th scope="row">
                  <NodeLink state={state} node={row.node} />
                  {row.node === chosen && <span className="hidden-visually"> {search.selection.chosen}</span>}
                </th>
                <td>{amounts.decimal(row.q)}</td>
                {hasPrior && <td>{amounts.decimal(row.prior)}</td>}
                <td>
                  {row.visits - row.pending}
                  {row.pending > 0 && <span className={styles.pending}>+{row.pending}</span>}
                </td>
                <td>{row.visits === 0 && rule === 'uct' ? '–' : amounts.decimal(row.exploration)}</td>
                <td className={numbers.score}>
                  {row.visits === 0 && rule === 'uct' ? search.selection.first : amounts.decimal(row.score)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {winner && (
        <div className={classes(styles.formula, 'mono')}>
          <p className={styles.rule} translate="no">
            {formulaText(rule)}
          </p>
          {filledFormula(selection, winner).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <p className={classes('quiet', styles.note)}>
        {formulaLetters(rule, prior).map((means) => (
          <span key={means}>
            <Rich text={means} parts={letter} />;{' '}
          </span>
        ))}
        {search.selection.here({ visits: parentVisits, c })}
        {pending && amounts.between + search.selection.pending}
      </p>
    </div>
  );
}
