import type { ReactNode } from 'react';
import { itemAt } from '#experiment/surely.ts';
import { endsOnVisited, type NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import type { Focus } from '#run/tree-state.ts';
import { amounts } from '#words/en/amounts.ts';
import { Rich } from '#views/rich.tsx';
import { nodeName } from '#views/search-tree/node-words.ts';
import { search } from '#words/en/search.ts';
import { ChoiceFacts, DecisionFacts } from './choice-facts.tsx';
import { NodeLink } from './node-link.tsx';
import { highestFirst, NodeTable, Reasons, scoreText } from './node-table.tsx';
import { SelectionTable } from './selection-table.tsx';
import { StepHead } from './step-head.tsx';
import { StepKey } from './step-key.tsx';
import { classes } from '#views/classes.ts';
import facts from '../inspector/facts.module.css';
import numbers from './numbers-table.module.css';
import styles from './step-facts.module.css';
import { backtrackText, keptText } from '#words/reasons.ts';

/** What the search did last, with every number that decided. */
export function StepFacts({ state }: { readonly state: RunState }) {
  const { focus, decisions, cursor } = state;
  const decision = decisions.at(-1);
  if (state.chosen) return <ChoiceFacts state={state} />;
  // A decision is shown where it was taken, and where nothing has happened in a tree since.
  if (decision && (decision.cursor === cursor || !focus))
    return <DecisionFacts decision={decision.decision} />;
  if (!focus)
    return (
      <div className={classes(facts.empty, 'quiet')}>
        <p>
          <Rich text={search.step.notBegun} parts={{ key: <StepKey way="on" /> }} />
        </p>
      </div>
    );
  return <section aria-label={search.step.label}>{factsOf(state, focus)}</section>;
}

function factsOf(state: RunState, focus: Focus): ReactNode {
  switch (focus.kind) {
    case 'selected': {
      const { simulation, selections, leaf } = focus.event;
      return (
        <>
          <StepHead kind={search.step.select(simulation + 1)} />
          {selections.length === 0 && <p>{search.step.noChildren}</p>}
          {selections.map((selection, level) => (
            <details
              key={`${simulation} ${selection.parent}`}
              className={styles.level}
              open={level === selections.length - 1}
            >
              <summary>
                <Rich
                  text={selection.parent === 0 ? search.step.fromStart : search.step.from}
                  parts={{
                    quiet: <span className="quiet" />,
                    from: <StepName name={nodeName(state, selection.parent)} />,
                    to: <StepName name={nodeName(state, selection.chosen)} />,
                  }}
                />
              </summary>
              <SelectionTable state={state} selection={selection} />
            </details>
          ))}
          <p className={classes(styles.end, 'quiet')}>
            <Rich text={search.step.endOfPath} parts={{ node: <NodeLink state={state} node={leaf} /> }} />
          </p>
        </>
      );
    }
    case 'expanded': {
      const parentOf = (id: NodeId) => itemAt(state.tree, id).parent;
      const parents = [...new Set(focus.nodes.map(parentOf))].filter((parent) => parent !== null);
      return (
        <>
          <StepHead kind={search.step.expand(focus.nodes.length)} />
          {parents.map((parent) => (
            <NodeTable
              key={parent}
              state={state}
              nodes={focus.nodes.filter((node) => parentOf(node) === parent)}
              title={
                <Rich
                  text={search.step.newBelow}
                  parts={{ node: <NodeLink state={state} node={parent} /> }}
                />
              }
              columns={[
                {
                  name: search.columns.prior,
                  text: ({ prior }) => (prior === null ? '–' : amounts.decimal(prior)),
                },
                { name: search.columns.state, text: stateText },
              ]}
            />
          ))}
        </>
      );
    }
    case 'scored':
      return (
        <>
          <StepHead kind={search.step.score(focus.nodes.length)} />
          <NodeTable
            state={state}
            nodes={highestFirst(state, focus.nodes)}
            title={search.step.scores}
            columns={[{ name: search.columns.score, text: scoreText }]}
          />
          <Reasons state={state} nodes={focus.nodes} />
        </>
      );
    case 'backed-up': {
      const { simulation, value, path } = focus.event;
      return (
        <>
          <StepHead kind={search.step.backUp(simulation + 1)} />
          <p>
            <Rich
              text={search.step.backedUp(amounts.decimal(value))}
              parts={{ value: <strong className="mono" /> }}
            />
            {endsOnVisited(focus.event) && amounts.between + search.step.nothingNew}
          </p>
          <p className="quiet">{search.step.soFar(amounts.simulations(state.simulations))}</p>
          <div className="scrolls">
            <table className={numbers.root}>
              <caption className="hidden-visually">{search.step.beforeAndAfter}</caption>
              <thead>
                <tr>
                  <th scope="col">{search.columns.node}</th>
                  <th scope="col">{search.columns.visits}</th>
                  <th scope="col">{search.columns.valueBefore}</th>
                  <th scope="col">{search.columns.after}</th>
                </tr>
              </thead>
              <tbody>
                {path.map((step) => (
                  <tr key={step.node}>
                    <th scope="row">
                      <NodeLink state={state} node={step.node} />
                    </th>
                    <td>
                      {step.visitsBefore} → {step.visitsAfter}
                    </td>
                    <td>{step.visitsBefore === 0 ? '–' : amounts.decimal(step.valueBefore)}</td>
                    <td className={numbers.score}>
                      {amounts.decimal(step.valueAfter)}
                      <Change by={step.visitsBefore === 0 ? 0 : step.valueAfter - step.valueBefore} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      );
    }
    case 'kept': {
      const { kept, pruned, why, round } = focus.event;
      return (
        <>
          <StepHead kind={search.step.keep(round)} />
          <p className={styles.sentence}>{keptText(why)}</p>
          <NodeTable
            state={state}
            nodes={highestFirst(state, kept)}
            title={search.step.kept(kept.length)}
            columns={[{ name: search.columns.score, text: scoreText }]}
          />
          {pruned.length > 0 && (
            <NodeTable
              state={state}
              nodes={highestFirst(state, pruned)}
              title={search.step.pruned(pruned.length)}
              columns={[{ name: search.columns.score, text: scoreText }]}
            />
          )}
        </>
      );
    }
    case 'backtracked':
      return (
        <>
          <StepHead kind={search.step.backtrack} />
          <p className={styles.sentence}>{backtrackText(focus.event.why)}</p>
          <dl className={facts.numbers}>
            <div>
              <dt>{search.step.backFrom}</dt>
              <dd>
                <NodeLink state={state} node={focus.event.from} />
              </dd>
            </div>
            <div>
              <dt>{search.step.backTo}</dt>
              <dd>
                <NodeLink state={state} node={focus.event.to} />
              </dd>
            </div>
          </dl>
        </>
      );
  }
}

type Node = RunState['tree'][number];
function stateText({ end, drawnAgain }: Node): string {
  switch (end) {
    case 'terminal':
      return search.node.ended;
    case 'dead':
      return search.node.cutOff;
    case 'open':
      return drawnAgain > 0 ? search.node.drawn(drawnAgain + 1) : '';
  }
}

function StepName({ name }: { readonly name: string }) {
  return (
    <span className="mono" translate="no">
      {name}
    </span>
  );
}

function Change({ by }: { readonly by: number }) {
  if (Math.abs(by) < 0.005) return null;
  return (
    <span className={styles.change} data-way={by > 0 ? 'up' : 'down'}>
      {by > 0 ? '▲' : '▼'}
      <span className="hidden-visually">
        {by > 0 ? search.step.up(amounts.decimal(by)) : search.step.fell(amounts.decimal(-by))}
      </span>
    </span>
  );
}
