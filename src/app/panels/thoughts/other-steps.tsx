import { useMemo, useState } from 'react';
import type { NodeId } from '#run/search-events.ts';
import type { DrawnBelow, StepOutcome } from '#run/search-traces.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import { textBySequence } from '#run/step-text.ts';
import { traceText } from '#run/trace-text.ts';
import { classes } from '#views/classes.ts';
import { readable } from '#views/search-tree/sub-question.ts';
import { labelText } from '#words/labels.ts';
import { stage } from '#words/en/stage.ts';
import { thoughts } from '#words/en/thoughts.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Windowed } from '#app/ui/windowed.tsx';
import { NodeLink } from '../search/node-link.tsx';
import { ValueDot } from './value-dot.tsx';
import styles from './other-steps.module.css';

export interface OtherStepsProps {
  readonly view: RunState;
  readonly others: readonly DrawnBelow[];
  /** Nothing has finished: they are all there is to see. */
  readonly alone: boolean;
  readonly onSelect: (sequence: number) => void;
  readonly onEnlarge: (sequence: number) => void;
}

type Line =
  | { readonly kind: 'below'; readonly parent: NodeId | null }
  | { readonly kind: 'step'; readonly sequence: number; readonly outcome: StepOutcome };

/** About how high a line is, in pixels. */
const lineHeight = 34;

/** What was drawn and is in no finished trace, below the step it went on from. Folded away where there are finished ones. */
export function OtherSteps({ view, others, alone, onSelect, onEnlarge }: OtherStepsProps) {
  const [wish, setWish] = useState<boolean | null>(null);
  const open = wish ?? alone;
  const lines = useMemo(
    () =>
      others.flatMap(({ parent, steps }): readonly Line[] => [
        { kind: 'below', parent },
        ...steps.map((step): Line => ({ kind: 'step', ...step })),
      ]),
    [others],
  );
  const count = lines.length - others.length;
  return (
    <details
      className={styles.root}
      open={open}
      onToggle={(event) => event.currentTarget.open !== open && setWish(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        {alone ? thoughts.drawnSoFar(count) : thoughts.others(count)}
        <span className={classes('quiet', styles.outcomes)}>{outcomeCounts(others)}</span>
      </summary>
      {open && (
        <Windowed
          items={lines}
          by={40}
          pieceClass={styles.lines}
          height={lineHeight}
          renderItem={(line, place) =>
            line.kind === 'below' ? (
              <h4 key={`below ${line.parent}`} className={styles.below} data-place={place}>
                {line.parent === null || line.parent === 0 ? (
                  thoughts.atStart
                ) : (
                  <>
                    {thoughts.after} <NodeLink state={view} node={line.parent} />
                  </>
                )}
              </h4>
            ) : (
              <DrawnStep
                key={line.sequence}
                view={view}
                line={line}
                place={place}
                onSelect={onSelect}
                onEnlarge={onEnlarge}
              />
            )
          }
        />
      )}
    </details>
  );
}

function DrawnStep({
  view,
  line,
  place,
  onSelect,
  onEnlarge,
}: {
  readonly view: RunState;
  readonly line: Extract<Line, { kind: 'step' }>;
  readonly place: number;
} & Pick<OtherStepsProps, 'onSelect' | 'onEnlarge'>) {
  const sequence = sequenceOf(view, line.sequence);
  if (!sequence) return null;
  const label = labelText(sequence.label);
  const node = sequence.node === null ? undefined : view.tree[sequence.node];
  return (
    <div className={styles.line} data-outcome={line.outcome} data-place={place}>
      <button type="button" className={styles.step} title={label} onClick={() => onSelect(sequence.sequence)}>
        <span className={classes('mono', styles.text)} translate="no">
          {textOf(sequence) || stage.trace.notYet}
        </span>
      </button>
      {line.outcome !== 'open' && <span className={styles.outcome}>{thoughts.outcomes[line.outcome]}</span>}
      {node && <ValueDot node={node} />}
      <button
        type="button"
        className="button button-plain button-icon button-small"
        aria-label={stage.trace.open(label)}
        onClick={() => onEnlarge(sequence.sequence)}
      >
        <Icon name="enlarge" size={14} />
      </button>
    </div>
  );
}

/** More than fits into a line. */
const mostTokens = 120;

const textOf = textBySequence(({ tokens }) => {
  const said = tokens.filter(({ role }) => role !== 'control').slice(0, mostTokens);
  return readable(traceText(said).trim());
});

/** `40 pruned · 12 not visited`. */
function outcomeCounts(others: readonly DrawnBelow[]): string {
  const counts = new Map<StepOutcome, number>();
  for (const { steps } of others)
    for (const { outcome } of steps) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([outcome, count]) => thoughts.outcomeCount({ count, outcome: thoughts.outcomes[outcome] }))
    .join(' · ');
}
