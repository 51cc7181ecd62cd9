import type { ReactNode } from 'react';
import { higherFirst } from '#run/scored.ts';
import { endsOnVisited, type NodeId } from '#run/search-events.ts';
import type { Decision } from '#run/facts/decision.ts';
import type { RunState } from '#run/state.ts';
import { sentenceOf } from '#words/step-sentence.ts';
import type { Focus } from '#run/tree-state.ts';
import { amounts } from '#words/en/amounts.ts';
import { Rich } from '#views/rich.tsx';
import { isUnjudged, nodeName } from '#views/search-tree/node-words.ts';
import { answeringNode } from '#views/search-tree/tree-focus.ts';
import { search } from '#words/en/search.ts';
import { NodeLink } from './node-link.tsx';
import { SelectionTable } from './selection-table.tsx';
import { classes } from '#views/classes.ts';
import facts from '../inspector/facts.module.css';
import numbers from './numbers-table.module.css';
import styles from './step-facts.module.css';
import { backtrackText, decisionText, evidenceOf, keptText, scoreReasonText } from '#words/reasons.ts';

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
          <Rich text={search.step.notBegun} parts={{ key: <kbd translate="no" /> }} />
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
          <Head kind={search.step.select(simulation + 1)} />
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
      const parents = [...new Set(focus.nodes.map((node) => state.tree[node]!.parent!))];
      return (
        <>
          <Head kind={search.step.expand(focus.nodes.length)} />
          {parents.map((parent) => (
            <NodeTable
              key={parent}
              state={state}
              nodes={focus.nodes.filter((node) => state.tree[node]!.parent === parent)}
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
          <Head kind={search.step.score(focus.nodes.length)} />
          <NodeTable
            state={state}
            nodes={byScore(state, focus.nodes)}
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
          <Head kind={search.step.backUp(simulation + 1)} />
          <p>
            <Rich
              text={search.step.backedUp(amounts.decimal(value))}
              parts={{ value: <strong className="mono" /> }}
            />
            {endsOnVisited(focus.event) && ` ${search.step.nothingNew}`}
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
          <Head kind={search.step.keep(round)} />
          <p className={styles.sentence}>{keptText(why)}</p>
          <NodeTable
            state={state}
            nodes={byScore(state, kept)}
            title={search.step.kept(kept.length)}
            columns={[{ name: search.columns.score, text: scoreText }]}
          />
          {pruned.length > 0 && (
            <NodeTable
              state={state}
              nodes={byScore(state, pruned)}
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
          <Head kind={search.step.backtrack} />
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
const scoreText = (node: Node): string =>
  node.score !== null ? amounts.decimal(node.score) : isUnjudged(node) ? search.node.notJudged : '–';

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

function byScore({ tree }: RunState, nodes: readonly NodeId[]): readonly NodeId[] {
  const scored = (node: NodeId) => ({ score: tree[node]!.score, log: tree[node]!.scoreLog ?? -Infinity });
  return nodes.toSorted((a, b) => higherFirst(scored(a), scored(b)) || a - b);
}

function Head({ kind }: { readonly kind: string }) {
  return <p className={facts.kind}>{kind}</p>;
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

interface NodeTableProps {
  readonly state: RunState;
  readonly nodes: readonly NodeId[];
  readonly title: ReactNode;
  readonly columns: readonly { readonly name: string; readonly text: (node: Node) => string }[];
}

function NodeTable({ state, nodes, title, columns }: NodeTableProps) {
  return (
    <table className={numbers.root}>
      <caption>{title}</caption>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">{search.columns.step}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node}>
            <th scope="row">
              <NodeLink state={state} node={node} />
            </th>
            {columns.map(({ name, text }) => (
              <td key={name} title={name}>
                {text(state.tree[node]!)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the scores come from; a reason that all share is said once. */
function Reasons({ state, nodes }: { readonly state: RunState; readonly nodes: readonly NodeId[] }) {
  const reasons = new Set(
    nodes.flatMap((node) => {
      const own = state.tree[node]?.why;
      return own ? [scoreReasonText(own)] : [];
    }),
  );
  const [why] = reasons;
  const verifier = state.tree[nodes[0]!]!.verifier;
  return why !== undefined && verifier !== null && reasons.size === 1 ? (
    <p className="quiet">{search.step.reason({ verifier, why })}</p>
  ) : null;
}

/** How the answer came out of the search. */
function ChoiceFacts({ state }: { readonly state: RunState }) {
  const node = answeringNode(state);
  const last = state.decisions.at(-1)?.decision;
  // After a weighted vote, what the heaviest answers have.
  const vote = state.chosen?.by.rule === 'weighted-vote' && last?.kind === 'summed-scores' ? last : null;
  return (
    <section aria-label={search.step.label}>
      <Head kind={search.step.chosen} />
      <p>{state.chosen && sentenceOf({ type: 'answer-chosen', ...state.chosen }, state)}.</p>
      {vote && <EvidenceList decision={vote} />}
      {node !== null && (
        <p className={classes(styles.end, 'quiet')}>
          <Rich text={search.step.itsNode} parts={{ node: <NodeLink state={state} node={node} /> }} />
        </p>
      )}
      <p className={classes(styles.end, 'quiet')}>
        <Rich text={search.step.before} parts={{ key: <kbd translate="no" /> }} />
      </p>
    </section>
  );
}

export function DecisionFacts({ decision }: { readonly decision: Decision }) {
  return (
    <section aria-label={search.step.decision}>
      <Head kind={search.step.decided} />
      <p>{decisionText(decision)}.</p>
      <EvidenceList decision={decision} />
    </section>
  );
}

function EvidenceList({ decision }: { readonly decision: Decision }) {
  return (
    <dl className={facts.numbers}>
      {evidenceOf(decision).map(({ name, value, isAnswer }) => (
        <div key={name}>
          <dt translate={isAnswer ? 'no' : undefined}>{name}</dt>
          <dd className="mono">
            {Number.isInteger(value) ? search.step.count(value) : amounts.decimal(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
