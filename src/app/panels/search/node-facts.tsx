import { useMemo } from 'react';
import { prunedByHand } from '#run/prune.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';
import { segmentsOf } from '#run/trace-text.ts';
import { pathTo, type TreeNodeState } from '#run/tree-state.ts';
import { amounts } from '#words/en/amounts.ts';
import { isUnjudged, nodeName, valueOf } from '#views/search-tree/node-words.ts';
import { valueColour } from '#views/search-tree/value-ramp.ts';
import { TokenStream } from '#views/token-stream/token-stream.tsx';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Verdict } from '#app/ui/verdict.tsx';
import { AddStepButton, EditButton } from './edit-button.tsx';
import { NodeLink } from './node-link.tsx';
import { PruneButton } from './prune-button.tsx';

/** Everything known of one node, and what can be done with it. */
export function NodeFacts({ state, node }: { readonly state: RunState; readonly node: TreeNodeState }) {
  const path = pathTo(state.tree, node.node);
  return (
    <section aria-label="Node">
      <p className="inspector-kind">
        {node.parent === null ? 'The root of the tree' : `Step ${node.depth} of its path`} · node {node.node}
      </p>
      <div className="inspector-answer">
        <span className="inspector-answer-text mono">{nodeName(state, node.node)}</span>
        <Fate node={node} />
      </div>
      {node.end === 'terminal' && (
        <p>
          Its trace ends here
          {node.answer ? (
            <>
              {' '}
              with the answer <span className="mono strong">{node.answer.display}</span>
            </>
          ) : (
            ' without an answer'
          )}
          . {node.grade && <Verdict grade={node.grade} />}
        </p>
      )}
      {node.fateWhy && (
        <p className="quiet">
          {node.fateWhy === prunedByHand
            ? 'Pruned by hand: this run was told never to follow it'
            : `${node.fate === 'pruned' ? 'Pruned' : 'Kept'}: ${node.fateWhy}`}
        </p>
      )}
      <Numbers node={node} />
      {node.why && (
        <p className="quiet node-why">
          {node.score === null ? 'No score' : 'Score'} by the {node.verifier} verifier: {node.why}
        </p>
      )}
      <NodeActions state={state} node={node} />
      <NodeTokens state={state} node={node} />
      {path.length > 1 && (
        <>
          <h3 className="inspector-sub">Path to it</h3>
          <ol className="node-path">
            {path.map((step) => (
              <li key={step.node} aria-current={step.node === node.node ? 'true' : undefined}>
                <NodeLink state={state} node={step.node} />
              </li>
            ))}
          </ol>
        </>
      )}
      {node.children.length > 0 && <Children state={state} nodes={node.children} />}
    </section>
  );
}

function Fate({ node: { end, fate, fateWhy, droppedTwins } }: { readonly node: TreeNodeState }) {
  return (
    <>
      {fate === 'pruned' && (
        <span className="chip">
          <Icon name="none" size={13} />
          pruned
        </span>
      )}
      {fate === 'kept' && (
        <span className="chip chip-right">
          <Icon name="right" size={13} />
          kept
        </span>
      )}
      {end === 'dead' && fateWhy !== prunedByHand && (
        <span className="chip">
          <Icon name="stop" size={11} />
          cut off
        </span>
      )}
      {droppedTwins > 0 && (
        <span className="chip" title="The same step was drawn more than once">
          drawn {droppedTwins + 1}×
        </span>
      )}
    </>
  );
}

function Numbers({ node }: { readonly node: TreeNodeState }) {
  const value = valueOf(node);
  return (
    <>
      {value !== null && (
        <div className="value-bar" aria-hidden="true">
          <span
            style={{
              width: `${Math.max(1, Math.min(1, Math.max(0, value)) * 100)}%`,
              background: valueColour(value),
            }}
          />
        </div>
      )}
      <dl className="facts-numbers">
        {node.visits > 0 && (
          <div>
            <dt>value, the mean of its visits</dt>
            <dd className="mono">{amounts.decimal(node.value)}</dd>
          </div>
        )}
        {node.visits > 0 && (
          <div>
            <dt>visits</dt>
            <dd className="mono">{node.visits}</dd>
          </div>
        )}
        {node.score !== null && (
          <div>
            <dt>verifier’s score</dt>
            <dd className="mono">{amounts.decimal(node.score)}</dd>
          </div>
        )}
        {isUnjudged(node) && (
          <div>
            <dt>verifier’s score</dt>
            <dd>none: not judged</dd>
          </div>
        )}
        {node.prior !== null && (
          <div>
            <dt>prior among its siblings</dt>
            <dd className="mono">{amounts.decimal(node.prior)}</dd>
          </div>
        )}
        <div>
          <dt>children</dt>
          <dd className="mono">{node.children.length}</dd>
        </div>
      </dl>
    </>
  );
}

function NodeActions({ state, node }: { readonly state: RunState; readonly node: TreeNodeState }) {
  const app = useActions();
  const folded = useApp((one) => one.folded.has(node.node));
  return (
    <div className="node-actions">
      <EditButton place={{ kind: 'node', node: node.node }} />
      {node.end === 'open' && <AddStepButton place={{ kind: 'node', node: node.node }} />}
      {node.parent !== null && <PruneButton state={state} node={node} />}
      {node.children.length > 0 && (
        <button
          type="button"
          className="button button-small"
          aria-pressed={folded}
          onClick={() => app.view.toggleFold(node.node)}
        >
          {folded ? 'Unfold' : 'Fold'} its subtree
        </button>
      )}
    </div>
  );
}

function NodeTokens({ state, node }: { readonly state: RunState; readonly node: TreeNodeState }) {
  const app = useActions();
  const sequence = node.sequence === null ? undefined : sequenceOf(state, node.sequence);
  const tokens = sequence?.tokens;
  const segments = useMemo(() => segmentsOf(tokens ?? []), [tokens]);
  if (!sequence) return null;
  return (
    <>
      <h3 className="inspector-sub">Its tokens</h3>
      <div className="node-tokens">
        <TokenStream
          segments={segments}
          selected={null}
          tabStop
          label="Tokens of this step; Enter shows a token’s probabilities"
          onPoint={() => undefined}
          onSelect={(index) => app.view.select({ kind: 'token', sequence: sequence.sequence, index })}
        />
      </div>
      <p className="quiet node-why">
        Underlined where the model was in doubt. Select one for its probabilities.
      </p>
    </>
  );
}

function Children({ state, nodes }: { readonly state: RunState; readonly nodes: readonly NodeId[] }) {
  const visited = nodes.some((node) => state.tree[node]!.visits > 0);
  return (
    <>
      <h3 className="inspector-sub">Children</h3>
      <div className="scrolls">
        <table className="numbers-table">
          <thead>
            <tr>
              <th scope="col">Step</th>
              {visited && <th scope="col">visits</th>}
              <th scope="col">{visited ? 'value' : 'score'}</th>
              <th scope="col">prior</th>
            </tr>
          </thead>
          <tbody>
            {nodes.map((id) => {
              const child = state.tree[id]!;
              const value = valueOf(child);
              return (
                <tr key={id}>
                  <th scope="row">
                    <NodeLink state={state} node={id} />
                    {child.fate === 'pruned' && <span className="quiet"> pruned</span>}
                  </th>
                  {visited && <td>{child.visits}</td>}
                  <td title={value === null && isUnjudged(child) ? 'not judged' : undefined}>
                    {value === null ? '–' : amounts.decimal(value)}
                  </td>
                  <td>{child.prior === null ? '–' : amounts.decimal(child.prior)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
