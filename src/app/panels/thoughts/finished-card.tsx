import { memo, useCallback, useRef } from 'react';
import type { LoggedToken } from '#run/token.ts';
import type { FinishedTrace } from '#run/search-traces.ts';
import { type RunState, type Sequence, sequenceOf } from '#run/state.ts';
import type { TreeNodeState } from '#run/tree-state.ts';
import { classes } from '#views/classes.ts';
import { useSpoken } from '#views/use-spoken.ts';
import { nodeName, nodeValueWords } from '#views/search-tree/node-words.ts';
import { TokenStream } from '#views/token-stream/token-stream.tsx';
import { thoughts } from '#words/en/thoughts.ts';
import { tree as treeWords } from '#words/en/tree.ts';
import type { TokenSelection } from '#app/store/app-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import type { PointAt } from '../stage/token-tip.tsx';
import { useTraceParts } from '../stage/use-segments.ts';
import { FalseMarks } from './false-marks.tsx';
import { ValueDot } from './value-dot.tsx';
import styles from './finished-card.module.css';
import traceName from '#views/trace-name.module.css';

interface Handlers {
  readonly onPoint: PointAt;
  readonly onSelectToken: (sequence: number, index: number) => void;
  readonly onSelectNode: (selection: TokenSelection) => void;
}

export interface FinishedCardProps extends Handlers {
  readonly view: RunState;
  readonly trace: FinishedTrace;
  /** In the list, from 0. */
  readonly place: number;
  readonly of: number;
  /** Its steps too, or its answer alone. */
  readonly showThinking: boolean;
  readonly selection: TokenSelection | null;
}

/** One finished trace of a search: its answer and what it was worth, then its steps, each with its numbers. */
export function FinishedCard(props: FinishedCardProps) {
  const { view, trace, place, of, showThinking, selection, onSelectNode } = props;
  const end = view.tree[trace.end];
  const answer = end?.answer ?? null;
  const selected = selection?.kind === 'node' && selection.node === trace.end;
  return (
    <article
      className={styles.root}
      data-size="small"
      data-place={place}
      data-node={trace.end}
      data-chosen={trace.chosen ? '' : undefined}
      data-selected={selected ? '' : undefined}
      aria-label={thoughts.traceSpoken({ place: place + 1, answer: answer?.display ?? null })}
      aria-setsize={of}
      aria-posinset={place + 1}
    >
      <header className={styles.head}>
        <h3 className={styles.title}>
          <button
            type="button"
            className={traceName.root}
            aria-pressed={selected}
            onClick={() => onSelectNode({ kind: 'node', node: trace.end })}
          >
            {thoughts.trace(place + 1)}
          </button>
        </h3>
        {trace.chosen && (
          <span className={styles.chosen}>
            <Icon name="right" size={12} />
            {thoughts.chosen}
          </span>
        )}
        <span className={classes(styles.worth, 'quiet')}>
          {trace.worth === null ? thoughts.notJudged : thoughts.worth(treeWords.decimal(trace.worth))}
        </span>
        {end?.grade && <VerdictMark grade={end.grade} />}
      </header>
      {showThinking && (
        <ol className={styles.steps}>
          {trace.path.map((node, at) => {
            const known = view.tree[node];
            const written = known?.sequence ?? null;
            if (!known) return null;
            return (
              <Step
                key={node}
                name={nodeName(view, node)}
                node={known}
                sequence={written === null ? null : (sequenceOf(view, written) ?? null)}
                number={at + 1}
                selected={selection?.kind === 'node' && selection.node === node}
                token={selection?.kind === 'token' && selection.sequence === written ? selection.index : null}
                onPoint={props.onPoint}
                onSelectToken={props.onSelectToken}
                onSelectNode={onSelectNode}
              />
            );
          })}
        </ol>
      )}
      <p className={styles.answer}>
        <span className={classes('mono', styles.answerText)} translate="no">
          {answer?.display ?? treeWords.noAnswer}
        </span>
      </p>
    </article>
  );
}

interface StepProps extends Handlers {
  readonly name: string;
  readonly node: TreeNodeState;
  /** Null where a person wrote it. */
  readonly sequence: Sequence | null;
  readonly number: number;
  readonly selected: boolean;
  readonly token: number | null;
}

const none: readonly LoggedToken[] = [];

/** A step: its number, which selects it; its tokens; its value and visits. */
const Step = memo(function Step(props: StepProps) {
  useSpoken();
  const { name, node, sequence, number, selected, token, onPoint, onSelectToken, onSelectNode } = props;
  const text = useRef<HTMLDivElement>(null);
  const { thought, answer } = useTraceParts(sequence?.tokens ?? none);
  const point = useCallback(
    (index: number | null, element: HTMLElement | null) =>
      onPoint(index === null ? null : (sequence?.tokens[index] ?? null), element),
    [onPoint, sequence],
  );
  const select = useCallback(
    (index: number) => sequence && onSelectToken(sequence.sequence, index),
    [onSelectToken, sequence],
  );
  const value = nodeValueWords(node);
  return (
    <li className={styles.step}>
      <button
        type="button"
        className={styles.number}
        aria-pressed={selected}
        aria-label={thoughts.stepSpoken({ step: number, text: name, value })}
        onClick={() => onSelectNode({ kind: 'node', node: node.node })}
      >
        {treeWords.legend.tick(number)}
      </button>
      <div ref={text} className={styles.text} data-part="thinking">
        {sequence && <FalseMarks sequence={sequence} root={text} drawn={thought} onPoint={onPoint} />}
        {sequence ? (
          <TokenStream
            segments={thought.length > 0 ? thought : answer}
            selected={token}
            tabStop={false}
            label={thoughts.tokensOf(number)}
            onPoint={point}
            onSelect={select}
          />
        ) : (
          <span className="quiet">{thoughts.byHand}</span>
        )}
      </div>
      <ValueDot node={node} />
    </li>
  );
});
