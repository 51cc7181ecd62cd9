import { useMemo } from 'react';
import { itemAt } from '#experiment/surely.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';
import { segmentsOf } from '#run/trace-text.ts';
import { nodeNumber, nodeValue, pathTo, type TreeNodeState } from '#run/tree-state.ts';
import { amounts } from '#words/en/amounts.ts';
import { Rich } from '#views/rich.tsx';
import { isUnjudged, nodeName } from '#views/search-tree/node-words.ts';
import { valueColour } from '#views/search-tree/value-ramp.ts';
import { TokenStream } from '#views/token-stream/token-stream.tsx';
import { search } from '#words/en/search.ts';
import { tree as treeWords } from '#words/en/tree.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { AddStepButton, EditButton } from './edit-button.tsx';
import { NodeLink } from './node-link.tsx';
import { PruneButton } from './prune-button.tsx';
import { GlossaryWord } from '#app/ui/glossary-word.tsx';
import { classes } from '#views/classes.ts';
import facts from '../inspector/facts.module.css';
import styles from './node-facts.module.css';
import numbers from './numbers-table.module.css';
import { keptText, scoreReasonText } from '#words/reasons.ts';

/** Everything known of one node, and what can be done with it. */
export function NodeFacts({ state, node }: { readonly state: RunState; readonly node: TreeNodeState }) {
  const path = pathTo(state.tree, node.node);
  return (
    <section aria-label={search.node.label}>
      <p className={facts.kind}>
        {node.parent === null ? search.node.root(node.node) : search.node.place(node)}
      </p>
      <div className={facts.answer}>
        <span className={classes(facts.answerText, 'mono')} translate="no">
          {nodeName(state, node.node)}
        </span>
        <StatusChips node={node} />
      </div>
      {node.end === 'terminal' && (
        <p>
          <Rich
            text={node.answer ? search.node.answers(node.answer.display) : search.node.ends}
            parts={{
              answer: <strong className="mono" translate="no" />,
            }}
          />{' '}
          {node.grade && <VerdictMark grade={node.grade} />}
        </p>
      )}
      {node.statusWhy && (
        <p className="quiet">
          {node.statusWhy.kind === 'by-hand'
            ? search.node.prunedByHand
            : node.status === 'pruned'
              ? search.node.prunedBecause(keptText(node.statusWhy))
              : search.node.keptBecause(keptText(node.statusWhy))}
        </p>
      )}
      <Numbers node={node} />
      {node.why && (
        <p className={classes('quiet', facts.why)}>
          {node.score === null
            ? search.node.noScoreBecause({ verifier: node.verifier ?? '', why: scoreReasonText(node.why) })
            : search.node.scoreBecause({ verifier: node.verifier ?? '', why: scoreReasonText(node.why) })}
        </p>
      )}
      <NodeActions state={state} node={node} />
      <NodeTokens state={state} node={node} />
      {path.length > 1 && (
        <>
          <h3 className={facts.sub}>{search.node.path}</h3>
          <ol className={styles.path}>
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

/** Kept, pruned or cut off, and drawn how often. */
function StatusChips({ node: { end, status, statusWhy, drawnAgain } }: { readonly node: TreeNodeState }) {
  return (
    <>
      {status === 'pruned' && (
        <span className="chip">
          <Icon name="none" size={13} />
          {search.node.pruned}
        </span>
      )}
      {status === 'kept' && (
        <span className="chip chip-right">
          <Icon name="right" size={13} />
          {search.node.kept}
        </span>
      )}
      {end === 'dead' && statusWhy?.kind !== 'by-hand' && (
        <span className="chip">
          <Icon name="stop" size={11} />
          {search.node.cutOff}
        </span>
      )}
      {drawnAgain > 0 && (
        <span className="chip" title={search.node.drawnHelp}>
          {search.node.drawn(drawnAgain + 1)}
        </span>
      )}
    </>
  );
}

function Numbers({ node }: { readonly node: TreeNodeState }) {
  const value = nodeValue(node);
  return (
    <>
      {value !== null && (
        <div className={styles.valueBar} aria-hidden="true">
          <span
            style={{
              width: `${Math.max(1, Math.min(1, Math.max(0, value)) * 100)}%`,
              background: valueColour(value),
            }}
          />
        </div>
      )}
      <dl className={facts.numbers}>
        {node.visits > 0 && (
          <div>
            <dt>
              <GlossaryWord term="value">{search.node.value}</GlossaryWord>
            </dt>
            <dd className="mono">{amounts.decimal(node.value)}</dd>
          </div>
        )}
        {node.visits > 0 && (
          <div>
            <dt>
              <GlossaryWord term="visits">{search.node.visits}</GlossaryWord>
            </dt>
            <dd className="mono">{node.visits}</dd>
          </div>
        )}
        {node.logged?.values.map(({ name, value: own }) => (
          <div key={name}>
            <dt translate="no">{name}</dt>
            <dd className="mono">{own === null ? '–' : treeWords.logged(own)}</dd>
          </div>
        ))}
        {node.score !== null && !node.logged && (
          <div>
            <dt>
              <GlossaryWord term="score">{search.node.score}</GlossaryWord>
            </dt>
            <dd className="mono">{amounts.decimal(node.score)}</dd>
          </div>
        )}
        {isUnjudged(node) && (
          <div>
            <dt>{search.node.score}</dt>
            <dd>{search.node.noScore}</dd>
          </div>
        )}
        {node.prior !== null && (
          <div>
            <dt>
              <GlossaryWord term="prior">{search.node.prior}</GlossaryWord>
            </dt>
            <dd className="mono">{amounts.decimal(node.prior)}</dd>
          </div>
        )}
        <div>
          <dt>{search.node.childCount}</dt>
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
    <div className={styles.actions}>
      <EditButton place={{ kind: 'node', node: node.node }} />
      {node.end === 'open' && !state.elsewhere && <AddStepButton place={{ kind: 'node', node: node.node }} />}
      {node.parent !== null && !state.elsewhere && <PruneButton state={state} node={node} />}
      {node.children.length > 0 && (
        <button
          type="button"
          className="button button-small"
          aria-pressed={folded}
          onClick={() => app.view.toggleFold(node.node)}
        >
          {folded ? search.node.unfold : search.node.fold}
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
      <h3 className={facts.sub}>{search.node.tokens}</h3>
      <div className={styles.tokens}>
        <TokenStream
          segments={segments}
          selected={null}
          tabStop
          label={search.node.tokensLabel}
          onPoint={() => undefined}
          onSelect={(index) => app.view.select({ kind: 'token', sequence: sequence.sequence, index })}
        />
      </div>
      <p className={classes('quiet', facts.why)}>{search.node.tokensHelp}</p>
    </>
  );
}

function Children({ state, nodes }: { readonly state: RunState; readonly nodes: readonly NodeId[] }) {
  const children = nodes.map((id) => ({ id, child: itemAt(state.tree, id) }));
  const visited = children.some(({ child }) => child.visits > 0);
  return (
    <>
      <h3 className={facts.sub}>{search.node.children}</h3>
      <div className="scrolls">
        <table className={numbers.root}>
          <thead>
            <tr>
              <th scope="col">{search.columns.step}</th>
              {visited && <th scope="col">{search.columns.visits}</th>}
              <th scope="col">{visited ? search.columns.value : search.columns.score}</th>
              <th scope="col">{search.columns.prior}</th>
            </tr>
          </thead>
          <tbody>
            {children.map(({ id, child }) => {
              const value = nodeNumber(child);
              return (
                <tr key={id}>
                  <th scope="row">
                    <NodeLink state={state} node={id} />
                    {child.status === 'pruned' && <span className="quiet"> {search.node.pruned}</span>}
                  </th>
                  {visited && <td>{child.visits}</td>}
                  <td title={value === null && isUnjudged(child) ? search.node.notJudged : undefined}>
                    {value === null ? '–' : child.logged ? treeWords.logged(value) : amounts.decimal(value)}
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
