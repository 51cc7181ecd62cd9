import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { FalseStep } from '#run/facts/false-step.ts';
import type { Passage } from '#run/passages/passages.ts';
import type { Segment } from '#run/trace-text.ts';
import { classes } from '#views/classes.ts';
import { markTokens } from '#views/token-stream/mark-tokens.ts';
import { TokenStream, type TokenStreamProps } from '#views/token-stream/token-stream.tsx';
import { passages as words } from '#words/en/passages.ts';
import type { PointAt } from '../stage/token-tip.tsx';
import { useMarks } from './false-marks.tsx';
import { KindSign } from './kind-sign.tsx';
import styles from './passage-view.module.css';

interface PassageViewProps extends Pick<TokenStreamProps, 'selected' | 'label' | 'onPoint' | 'onSelect'> {
  readonly passage: Passage;
  /** Passages in all. */
  readonly of: number;
  readonly folded: boolean;
  /** Tokens of places that were searched for, and of the one that is looked at. */
  readonly found: readonly number[];
  readonly current: readonly number[];
  readonly falseSteps: readonly FalseStep[];
  readonly onNote: PointAt;
  readonly onFold: (index: number, on: boolean) => void;
}

/** One passage of a long thought: its kind, which folds it, and its tokens, or its first words. */
export const PassageView = memo(function PassageView(props: PassageViewProps) {
  const { passage, of, folded, found, current, label, falseSteps, onNote, onFold } = props;
  const { index, kind, tokens } = passage;
  const text = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => withoutEnd(passage.segments), [passage]);
  useMarks(text, falseSteps, folded ? null : shown, onNote);
  useLayoutEffect(() => {
    if (text.current) markTokens(text.current, 'found', found);
    if (text.current) markTokens(text.current, 'current', current);
  }, [found, current, folded, passage]);
  return (
    <div
      className={styles.root}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it stands in a piece of the list, not in the list
      role="listitem"
      data-place={index}
      aria-setsize={of}
      aria-posinset={index + 1}
    >
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!folded}
        aria-label={words.fold({ kind: words.kinds[kind], tokens })}
        title={words.fold({ kind: words.kinds[kind], tokens })}
        onClick={() => onFold(index, !folded)}
      >
        <KindSign kind={kind} />
      </button>
      {folded ? (
        <p className={classes('mono', styles.begin)} translate="no">
          {passage.text.trim().slice(0, 160)}
        </p>
      ) : (
        <div ref={text} className={styles.text}>
          <TokenStream
            segments={shown}
            selected={props.selected}
            tabStop={false}
            label={words.tokensOf({ passage: index + 1, thought: label })}
            onPoint={props.onPoint}
            onSelect={props.onSelect}
          />
        </div>
      )}
    </div>
  );
});

/** The empty lines that end a paragraph are left out: passages stand apart as it is. */
function withoutEnd(segments: readonly Segment[]): readonly Segment[] {
  const last = segments.findLastIndex(({ text }) => text.trim() !== '');
  return last < 0 ? segments : segments.slice(0, last + 1);
}
