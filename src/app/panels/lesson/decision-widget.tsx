import type { ReactNode } from 'react';
import type { RunState } from '#run/state.ts';
import { nodeValue, pathTo, type TreeNodeState } from '#run/tree-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { Rich } from '#views/rich.tsx';
import { stepText } from '#views/search-tree/node-words.ts';
import { amounts } from '#words/en/amounts.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { NodeLink } from '../search/node-link.tsx';
import { problems as problemWords } from '#words/en/problems.ts';
import styles from './decision-widget.module.css';

const data = { data: <span className="mono" translate="no" /> };

/** The selected node of a search in the words of a Markov decision process, as far as the run has come. */
export function DecisionWidget() {
  const view = useApp((state) => state.view);
  const node = useApp(({ selection }) => (selection?.kind === 'node' ? selection.node : null));
  const known = node === null ? undefined : view.tree[node];
  if (!known) return <p className="quiet">{lessonWords.decision.select}</p>;
  return (
    <dl className={styles.root} aria-label={lessonWords.decision.label}>
      <Part word={lessonWords.decision.state}>
        <State view={view} node={known} />
      </Part>
      <Part word={lessonWords.decision.actions}>
        <Actions view={view} node={known} />
      </Part>
      <Part word={lessonWords.decision.reward}>
        <Reward node={known} />
      </Part>
      <Part word={lessonWords.decision.value}>
        <Value node={known} />
      </Part>
    </dl>
  );
}

function Part({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function State({ view, node }: { readonly view: RunState; readonly node: TreeNodeState }) {
  const steps = pathTo(view.tree, node.node)
    .map((one) => stepText(view, one.node))
    .filter((text) => text !== '');
  return (
    <div className="mono" translate="no">
      {view.experiment && <p>{problemWords.text(view.experiment.problem)}</p>}
      {steps.map((text, place) => (
        <p key={place}>{text}</p>
      ))}
    </div>
  );
}

/** What was tried from here, and how likely the policy held each. */
function Actions({ view, node }: { readonly view: RunState; readonly node: TreeNodeState }) {
  const children = node.children.flatMap((child) => view.tree[child] ?? []);
  if (children.length === 0)
    return (
      <p className="quiet">
        {node.end === 'terminal' ? lessonWords.decision.noAction : lessonWords.decision.noActionYet}
      </p>
    );
  return (
    <ul className={styles.actions}>
      {children
        .toSorted((a, b) => (b.prior ?? 0) - (a.prior ?? 0))
        .map((child) => (
          <li key={child.node} className={styles.action}>
            <NodeLink state={view} node={child.node} />
            <span className={styles.prior}>
              {child.prior === null ? lessonWords.decision.unknown : amounts.percent(child.prior)}
            </span>
            <span className={styles.bar} aria-hidden="true">
              <span className={styles.fill} style={{ '--fill': `${(child.prior ?? 0) * 100}%` }} />
            </span>
          </li>
        ))}
    </ul>
  );
}

function Reward({ node: { end, grade, score } }: { readonly node: TreeNodeState }) {
  if (end !== 'terminal') return <p className="quiet">{lessonWords.decision.noReward}</p>;
  return (
    <p>
      {grade && <VerdictMark grade={grade} />}{' '}
      {score !== null && (
        <Rich text={lessonWords.decision.verifierSays(amounts.decimal(score))} parts={data} />
      )}
    </p>
  );
}

function Value({ node }: { readonly node: TreeNodeState }) {
  const value = nodeValue(node);
  if (value === null) return <p className="quiet">{lessonWords.decision.noValue}</p>;
  return (
    <p>
      <Rich
        text={
          node.visits > 0
            ? lessonWords.decision.valueOf({ value: amounts.decimal(value), visits: node.visits })
            : lessonWords.decision.scoreOf(amounts.decimal(value))
        }
        parts={data}
      />
    </p>
  );
}
