import type { ReactNode } from 'react';
import { higherFirst } from '#run/scored.ts';
import { endsOnVisited, type NodeId } from '#run/search-events.ts';
import type { Decision, RunState } from '#run/state.ts';
import { sentenceOf } from '#words/step-sentence.ts';
import type { Focus } from '#run/tree-state.ts';
import { amounts } from '#words/en/amounts.ts';
import { plural } from '#words/en/format.ts';
import { isUnjudged, nodeName } from '#views/search-tree/node-words.ts';
import { answeringNode } from '#views/search-tree/tree-focus.ts';
import { NodeLink } from './node-link.tsx';
import { SelectionTable } from './selection-table.tsx';

/** What the search did last, with every number that decided. */
export function StepFacts({ state }: { readonly state: RunState }) {
  const { focus, decisions, cursor } = state;
  const decision = decisions.at(-1);
  if (state.chosen) return <ChoiceFacts state={state} />;
  // A decision is shown where it was taken, and where nothing has happened in a tree since.
  if (decision && (decision.cursor === cursor || !focus))
    return <DecisionFacts what={decision.what} evidence={decision.evidence} />;
  if (!focus)
    return (
      <div className="inspector-empty quiet">
        <p>
          The search has not taken a step yet. Go on with <kbd>]</kbd>
        </p>
      </div>
    );
  return <section aria-label="This step">{factsOf(state, focus)}</section>;
}

function factsOf(state: RunState, focus: Focus): ReactNode {
  switch (focus.kind) {
    case 'selected': {
      const { simulation, selections, leaf } = focus.event;
      return (
        <>
          <Head kind={`Select · simulation ${simulation + 1}`} />
          {selections.length === 0 && <p>The root has no children yet, so the simulation starts there.</p>}
          {selections.map((selection, level) => (
            <details
              key={`${simulation} ${selection.parent}`}
              className="level"
              open={level === selections.length - 1}
            >
              <summary>
                <span className="quiet">at</span>{' '}
                <span className="mono">{nodeName(state, selection.parent)}</span>{' '}
                <span className="quiet">it chose</span>{' '}
                <span className="mono">{nodeName(state, selection.chosen)}</span>
              </summary>
              <SelectionTable state={state} selection={selection} />
            </details>
          ))}
          <p className="step-end quiet">
            The way ends at <NodeLink state={state} node={leaf} />
          </p>
        </>
      );
    }
    case 'expanded': {
      const parents = [...new Set(focus.nodes.map((node) => state.tree[node]!.parent!))];
      return (
        <>
          <Head
            kind={`Expand · ${plural(focus.nodes.length, { one: '# new node', other: '# new nodes' })}`}
          />
          {parents.map((parent) => (
            <NodeTable
              key={parent}
              state={state}
              nodes={focus.nodes.filter((node) => state.tree[node]!.parent === parent)}
              title={
                <>
                  New below <NodeLink state={state} node={parent} />
                </>
              }
              columns={[
                ['prior', (node) => (node.prior === null ? '–' : amounts.decimal(node.prior))],
                [
                  '',
                  (node) =>
                    node.end === 'terminal'
                      ? 'ends'
                      : node.end === 'dead'
                        ? 'cut off'
                        : node.droppedTwins > 0
                          ? `drawn ${node.droppedTwins + 1}×`
                          : '',
                ],
              ]}
            />
          ))}
        </>
      );
    }
    case 'scored':
      return (
        <>
          <Head
            kind={`${state.experiment?.strategy.kind === 'mcts' ? 'Evaluate' : 'Score'} · ${plural(focus.nodes.length, { one: '# node', other: '# nodes' })}`}
          />
          <NodeTable
            state={state}
            nodes={byScore(state, focus.nodes)}
            title="Scores"
            columns={[['score', scoreText]]}
          />
          <Reasons state={state} nodes={focus.nodes} />
        </>
      );
    case 'backed-up': {
      const { simulation, value, path } = focus.event;
      return (
        <>
          <Head kind={`Back up · simulation ${simulation + 1}`} />
          <p>
            The value <span className="mono strong">{amounts.decimal(value)}</span> goes back along the path,
            and every mean moves towards it.
            {endsOnVisited(focus.event) &&
              ' The simulation ended on a node visited before, so it found nothing new.'}
          </p>
          <p className="quiet">So far {amounts.simulations(state.simulations)}.</p>
          <div className="scrolls">
            <table className="numbers-table">
              <caption className="hidden-visually">
                Visits and values before and after, from the root down
              </caption>
              <thead>
                <tr>
                  <th scope="col">Node</th>
                  <th scope="col">visits</th>
                  <th scope="col">value before</th>
                  <th scope="col">after</th>
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
                    <td className="numbers-score">
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
          <Head kind={`Keep and prune · round ${round}`} />
          <p className="sentence-like">{why}</p>
          <NodeTable
            state={state}
            nodes={byScore(state, kept)}
            title={`Kept ${kept.length}`}
            columns={[['score', scoreText]]}
          />
          {pruned.length > 0 && (
            <NodeTable
              state={state}
              nodes={byScore(state, pruned)}
              title={`Pruned ${pruned.length}`}
              columns={[['score', scoreText]]}
            />
          )}
        </>
      );
    }
    case 'backtracked':
      return (
        <>
          <Head kind="Go back" />
          <p className="sentence-like">{focus.event.why}</p>
          <dl className="facts-numbers">
            <div>
              <dt>from</dt>
              <dd>
                <NodeLink state={state} node={focus.event.from} />
              </dd>
            </div>
            <div>
              <dt>back to</dt>
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
  node.score === null ? (isUnjudged(node) ? 'not judged' : '–') : amounts.decimal(node.score);

function byScore({ tree }: RunState, nodes: readonly NodeId[]): readonly NodeId[] {
  const scored = (node: NodeId) => ({ score: tree[node]!.score, log: tree[node]!.scoreLog ?? -Infinity });
  return nodes.toSorted((a, b) => higherFirst(scored(a), scored(b)) || a - b);
}

function Head({ kind }: { readonly kind: string }) {
  return <p className="inspector-kind">{kind}</p>;
}

function Change({ by }: { readonly by: number }) {
  if (Math.abs(by) < 0.005) return null;
  return (
    <span className="change" data-way={by > 0 ? 'up' : 'down'}>
      {by > 0 ? '▲' : '▼'}
      <span className="hidden-visually">
        {by > 0 ? 'up' : 'down'} by {amounts.decimal(Math.abs(by))}
      </span>
    </span>
  );
}

interface NodeTableProps {
  readonly state: RunState;
  readonly nodes: readonly NodeId[];
  readonly title: ReactNode;
  readonly columns: readonly (readonly [name: string, text: (node: Node) => string])[];
}

function NodeTable({ state, nodes, title, columns }: NodeTableProps) {
  return (
    <table className="numbers-table">
      <caption>{title}</caption>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">Step</th>
          {columns.map(([name]) => (
            <th key={name} scope="col">
              {name || 'state'}
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
            {columns.map(([name, text]) => (
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
  const reasons = new Set(nodes.map((node) => state.tree[node]!.why).filter((why) => why !== null));
  return reasons.size === 1 ? (
    <p className="quiet">
      By the {state.tree[nodes[0]!]!.verifier} verifier: {[...reasons][0]}.
    </p>
  ) : null;
}

/** How the answer came out of the search. */
function ChoiceFacts({ state }: { readonly state: RunState }) {
  const node = answeringNode(state);
  const last = state.decisions.at(-1);
  // After a weighted vote, what the heaviest answers have.
  const vote =
    state.chosen?.by.rule === 'weighted-vote' && last?.evidence[0]?.name === state.chosen.answer?.display
      ? last
      : null;
  return (
    <section aria-label="This step">
      <Head kind="Choose" />
      <p>{state.chosen && sentenceOf({ type: 'answer-chosen', ...state.chosen }, state)}.</p>
      {vote && <Evidence evidence={vote.evidence} />}
      {node !== null && (
        <p className="step-end quiet">
          It stands at <NodeLink state={state} node={node} />
        </p>
      )}
      <p className="step-end quiet">
        Step back with <kbd>[</kbd> to see what led to it.
      </p>
    </section>
  );
}

export function DecisionFacts({ what, evidence }: Pick<Decision, 'what' | 'evidence'>) {
  return (
    <section aria-label="This decision">
      <Head kind="Decide" />
      <p>{what}.</p>
      <Evidence evidence={evidence} />
    </section>
  );
}

function Evidence({ evidence }: Pick<Decision, 'evidence'>) {
  return (
    <dl className="facts-numbers">
      {evidence.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="mono">
            {Number.isInteger(value) ? value.toLocaleString('en') : amounts.decimal(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
