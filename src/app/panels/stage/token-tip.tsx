import { type Ref, useEffect, useImperativeHandle, useState } from 'react';
import type { LoggedToken } from '#run/events.ts';
import { TokenFacts } from '../inspector/token-facts.tsx';
import styles from './token-tip.module.css';

/** A token, or a sentence about what stands there. */
export type PointAt = (what: LoggedToken | string | null, element: HTMLElement | null) => void;

export interface TipHandle {
  readonly pointAt: PointAt;
}

interface Place {
  readonly what: LoggedToken | string;
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
}

const tipWidth = 216;

/** What floats beside the token that is pointed at. It keeps its own state, so that pointing redraws nothing else. */
export function TokenTip({ ref }: { readonly ref: Ref<TipHandle> }) {
  const [place, setPlace] = useState<Place | null>(null);
  useImperativeHandle(
    ref,
    () => ({
      pointAt(what, element) {
        if (what === null || !element) return setPlace(null);
        const box = element.getBoundingClientRect();
        const above = box.bottom + 200 > innerHeight;
        const left = Math.max(8, Math.min(box.left, innerWidth - tipWidth - 8));
        setPlace({ what, left, top: above ? box.top - 6 : box.bottom + 6, above });
      },
    }),
    [],
  );
  useEffect(() => {
    if (!place) return;
    const away = (event: Event) =>
      (!(event instanceof KeyboardEvent) || event.key === 'Escape') && setPlace(null);
    addEventListener('scroll', away, true);
    addEventListener('keydown', away);
    return () => {
      removeEventListener('scroll', away, true);
      removeEventListener('keydown', away);
    };
  }, [place]);
  if (!place) return null;
  return (
    <div
      className={styles.root}
      data-tip=""
      data-note={typeof place.what === 'string' ? '' : undefined}
      data-above={place.above ? '' : undefined}
      style={{ left: place.left, top: place.top, width: tipWidth }}
      aria-hidden="true"
    >
      {typeof place.what === 'string' ? <p>{place.what}</p> : <TokenFacts token={place.what} most={3} />}
    </div>
  );
}
