import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { GlossaryTerm } from '#words/en/glossary.ts';
import { laterPart } from '../later-part.ts';
import { lazyPart } from './lazy-part.tsx';
import styles from './glossary-word.module.css';

/** The terms' meanings are no part of the first load. */
export const definitionPart = laterPart(() => import('./definition.tsx'));
const Definition = lazyPart(definitionPart, (part) => part.Definition);

interface Place {
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
}

/** Wide enough for a sentence or two. */
const width = 256;

/** A word with its meaning behind it: shown by pointing, by focus and by a tap; Escape puts it away. */
export function GlossaryWord({
  term,
  children,
}: {
  readonly term: GlossaryTerm;
  readonly children: ReactNode;
}) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const show = () => {
    if (word.current) setPlace(placeBeside(word.current.getBoundingClientRect()));
  };
  const hide = () => setPlace(null);
  return (
    <span
      className={styles.root}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
      onPointerLeave={(event) => event.pointerType === 'mouse' && hide()}
    >
      <button
        ref={word}
        type="button"
        className={styles.word}
        aria-expanded={place !== null}
        aria-describedby={place ? id : undefined}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !place) return;
          // Only this: not the sheet that it stands in.
          event.preventDefault();
          hide();
        }}
      >
        {children}
      </button>
      {place && <Meaning id={id} term={term} place={place} onGone={hide} />}
    </span>
  );
}

function Meaning({
  id,
  term,
  place: { left, top, above },
  onGone,
}: {
  readonly id: string;
  readonly term: GlossaryTerm;
  readonly place: Place;
  readonly onGone: () => void;
}) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Above everything, whatever scrolls or cuts off around the word.
    box.current?.showPopover?.();
    addEventListener('scroll', onGone, true);
    return () => removeEventListener('scroll', onGone, true);
  }, [onGone]);
  return (
    <span
      ref={box}
      id={id}
      role="tooltip"
      popover="manual"
      className={styles.meaning}
      data-above={above ? '' : undefined}
      style={{ left, top, width }}
    >
      <Definition term={term} />
    </span>
  );
}

function placeBeside(word: DOMRect): Place {
  const above = word.bottom + 140 > innerHeight;
  return {
    left: Math.max(8, Math.min(word.left, innerWidth - width - 8)),
    top: above ? word.top : word.bottom,
    above,
  };
}
