import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { cutOf } from '#run/no-answer.ts';
import { endings } from '#words/en/endings.ts';
import { labelText } from '#words/labels.ts';
import type { Sequence } from '#run/state.ts';
import { TokenStream } from '#views/token-stream/token-stream.tsx';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { PointAt } from './token-tip.tsx';
import { TraceStatus } from './trace-status.tsx';
import { useOnScreen } from './use-on-screen.ts';
import { useTraceParts } from './use-segments.ts';
import { LongThoughtLater, thoughtParts } from '../thoughts/later.ts';
import { usePart } from '#app/ui/use-part.ts';
import { classes } from '#views/classes.ts';
import { useSpoken } from '#views/use-spoken.ts';
import styles from './trace-card.module.css';
import { stage } from '#words/en/stage.ts';
import { Rich } from '#views/rich.tsx';
import traceName from '#views/trace-name.module.css';
import ifItFits from './if-it-fits.module.css';

const drawn = { b: (count: string) => <span className="mono">{count}</span> };

export interface TraceCardProps {
  readonly sequence: Sequence;
  /** In the list, from 0. */
  readonly place: number;
  readonly of: number;
  /** Alone on the stage, or one of many. */
  readonly large: boolean;
  /** Written in sentences and paragraphs, as large models write. */
  readonly prose: boolean;
  readonly showThinking: boolean;
  /** At this step the run was still going on, so the trace may still grow. */
  readonly live: boolean;
  readonly selectedToken: number | null;
  readonly traceSelected: boolean;
  /** One card of the grid is in the tab order; arrow keys move on. */
  readonly reachable: boolean;
  readonly onPoint: PointAt;
  readonly onSelectToken: (sequence: number, index: number) => void;
  readonly onSelectTrace: (sequence: number) => void;
  readonly onEnlarge: (sequence: number) => void;
  readonly onToggleThinking: (open: boolean) => void;
}

/** Thoughts of more tokens are shown in passages, with what finds a way through them. Models of this page never think as long. */
const longFrom = 800;
/** A small card shows no more than this much of the end, in steps, so that what stands there moves only now and then. */
const tail = 400;

/** One trace. A card far off the screen keeps its old content until it comes near, or shortly after nothing moves any more. */
export const TraceCard = memo(function TraceCard(props: TraceCardProps) {
  useSpoken();
  const { sequence, place, of, large, prose, live, traceSelected, reachable } = props;
  const card = useRef<HTMLElement>(null);
  const visible = useOnScreen(card);
  /** What it shows while it is off the screen. */
  const [kept, keep] = useState(sequence);
  // React draws again at once, before anything is seen.
  if (visible && kept !== sequence) keep(sequence);
  const shown = visible ? sequence : kept;
  useEffect(() => {
    if (visible || live || kept === sequence) return;
    // One card after the other: all at once would be felt.
    const timer = setTimeout(() => keep(sequence), 120 + 12 * sequence.sequence);
    return () => clearTimeout(timer);
  }, [visible, live, kept, sequence]);
  return (
    <article
      ref={card}
      className={styles.root}
      data-size={large ? 'large' : 'small'}
      data-place={place}
      aria-setsize={of}
      aria-posinset={place + 1}
      aria-label={labelText(sequence.label)}
      data-prose={prose ? '' : undefined}
      data-outcome={shown.grade?.outcome}
      data-selected={traceSelected ? '' : undefined}
      data-reachable={reachable ? '' : undefined}
    >
      <CardContent {...props} sequence={shown} />
    </article>
  );
});

/** Its thinking, quiet and collapsible, then its answer. Redrawn only when this trace has changed. */
const CardContent = memo(function CardContent(props: TraceCardProps) {
  useSpoken();
  const { sequence, large, prose, showThinking, live, selectedToken, traceSelected, reachable } = props;
  const { onPoint, onSelectToken, onSelectTrace, onEnlarge, onToggleThinking } = props;
  const { tokens, sequence: number } = sequence;
  const label = labelText(sequence.label);
  const { thought, answer } = useTraceParts(tokens);
  const experiment = useApp((state) => state.view.experiment);
  const cut = experiment && cutOf(sequence, experiment);
  const later = usePart(thoughtParts);
  const text = useRef<HTMLDivElement>(null);
  const latest = useRef(tokens);
  useEffect(() => {
    latest.current = tokens;
  }, [tokens]);
  const point = useCallback(
    (index: number | null, element: HTMLElement | null) =>
      onPoint(index === null ? null : (latest.current[index] ?? null), element),
    [onPoint],
  );
  const select = useCallback((index: number) => onSelectToken(number, index), [onSelectToken, number]);
  const tab = reachable ? 0 : -1;
  const long = sequence.thoughtTokens > longFrom;
  const left = long ? Math.max(0, Math.floor((thought.length - tail / 2) / tail) * tail) : 0;
  const end = useMemo(() => (left > 0 ? thought.slice(left) : thought), [thought, left]);
  const thinks = thought.length > 0 || answer.length === 0;
  return (
    <>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <button
            type="button"
            className={traceName.root}
            tabIndex={tab}
            data-trace={number}
            aria-pressed={traceSelected}
            onClick={() => onSelectTrace(number)}
          >
            {label}
          </button>
        </h3>
        <span className={classes(styles.count, ifItFits.root, 'mono')}>
          {large ? stage.trace.tokens(tokens.length) : stage.trace.tok(tokens.length)}
        </span>
        {sequence.waits > 0 && (
          <span className="chip chip-wait">
            <Icon name="wait" size={13} />
            {stage.trace.waits(sequence.waits)}
          </span>
        )}
        <TraceStatus sequence={sequence} live={live} />
        {!large && (
          <button
            type="button"
            className="button button-plain button-icon button-small"
            tabIndex={tab}
            aria-label={stage.trace.open(label)}
            onClick={() => onEnlarge(number)}
          >
            <Icon name="enlarge" size={14} />
          </button>
        )}
      </header>
      {thinks && (
        <details
          className={styles.thinking}
          open={showThinking}
          onToggle={(event) => large && onToggleThinking(event.currentTarget.open)}
        >
          {large ? (
            <summary className={styles.thinkingSummary}>
              <Rich text={stage.trace.thinkingTokens(sequence.thoughtTokens)} parts={drawn} />
            </summary>
          ) : (
            <summary className={styles.thinkingSummary} tabIndex={tab}>
              {stage.trace.thinking}
            </summary>
          )}
          {large && long ? (
            <LongThoughtLater
              sequence={sequence}
              onNote={onPoint}
              segments={thought}
              selected={selectedToken}
              tabStop={reachable}
              label={stage.trace.thinkingOf(label)}
              onPoint={point}
              onSelect={select}
            />
          ) : (
            <div ref={text} className={classes(styles.thinkingText, 'scrolls')} data-part="thinking">
              {later && <later.FalseMarks sequence={sequence} root={text} drawn={end} onPoint={onPoint} />}
              <TokenStream
                segments={large ? thought : end}
                selected={selectedToken}
                tabStop={reachable}
                label={stage.trace.thinkingOf(label)}
                onPoint={point}
                onSelect={select}
              />
              {!large && left > 0 && (
                <button
                  type="button"
                  className={traceName.root}
                  tabIndex={tab}
                  onClick={() => onEnlarge(number)}
                >
                  {stage.trace.before(left)}
                </button>
              )}
            </div>
          )}
        </details>
      )}
      <div className={styles.answer}>
        <span className={styles.answerLabel}>{stage.trace.answer}</span>
        {prose && sequence.answer && (
          <p className={classes(styles.answerFound, 'mono')} translate="no">
            {sequence.answer.display}
          </p>
        )}
        <div className={prose ? classes(styles.answerText, 'scrolls') : styles.answerText} data-part="answer">
          {answer.length > 0 ? (
            <TokenStream
              segments={answer}
              selected={selectedToken}
              tabStop={reachable}
              label={stage.trace.answerOf(label)}
              onPoint={point}
              onSelect={select}
            />
          ) : (
            <span className="quiet">
              {sequence.end
                ? cut === null
                  ? stage.trace.noneGiven
                  : stage.trace.noneCut(endings.cut(cut))
                : live
                  ? stage.trace.notYet
                  : stage.trace.noneStopped}
            </span>
          )}
        </div>
      </div>
    </>
  );
});
