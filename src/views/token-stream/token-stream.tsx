import { useEffect, useLayoutEffect, useRef } from 'react';
import { surely } from '#experiment/surely.ts';
import type { Segment } from '#run/trace-text.ts';
import { useSpoken } from '../use-spoken.ts';
import { createTokenStream, type TokenStreamPicture as Controller } from './create-token-stream.ts';
import styles from './token-stream.module.css';

export interface TokenStreamProps {
  readonly segments: readonly Segment[];
  /** Position in the trace of the selected token, if it is one of these. */
  readonly selected: number | null;
  readonly label: string;
  /** Whether Tab comes here. */
  readonly tabStop: boolean;
  readonly onPoint: (index: number | null, element: HTMLElement | null) => void;
  readonly onSelect: (index: number) => void;
}

/** The tokens of a trace, or of a part of it. See `createTokenStream`. */
export function TokenStream(props: TokenStreamProps) {
  // Tokens carry words: what is forced, and how each is read out.
  return <Stream key={useSpoken()} {...props} />;
}

function Stream({ segments, selected, label, tabStop, onPoint, onSelect }: TokenStreamProps) {
  const root = useRef<HTMLDivElement>(null);
  const controller = useRef<Controller | null>(null);
  const handlers = useRef({ onPoint, onSelect });
  useLayoutEffect(() => {
    handlers.current = { onPoint, onSelect };
  });
  useLayoutEffect(() => {
    const stream = createTokenStream(surely(root.current, 'element'), {
      onPoint: (index, element) => handlers.current.onPoint(index, element),
      onSelect: (index) => handlers.current.onSelect(index),
    });
    controller.current = stream;
    return () => stream.destroy();
  }, []);
  useLayoutEffect(() => controller.current?.update(segments), [segments]);
  useEffect(() => controller.current?.mark(selected), [selected]);
  useLayoutEffect(() => controller.current?.setTabStop(tabStop), [tabStop]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
  return <div ref={root} className={styles.root} role="group" aria-label={label} translate="no" />;
}
