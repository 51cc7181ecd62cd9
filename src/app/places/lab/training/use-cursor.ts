import { useEffect, useState } from 'react';

/** Where in a training a person looks. */
export interface TrainingCursor {
  /** The step that is looked at. */
  readonly at: number;
  /** It goes along with the last step. */
  readonly follows: boolean;
  readonly playing: boolean;
  readonly look: (step: number) => void;
  readonly follow: () => void;
  readonly play: () => void;
  readonly rest: () => void;
}

/** Milliseconds that a whole training takes to be played, and the least for a step. */
const whole = 24_000;
const least = 60;

/** @param plays from its beginning, at once, unless a person wants no motion. */
export function useCursor(last: number, plays: boolean): TrainingCursor {
  const [at, setAt] = useState<number | null>(() => (plays && !wantsRest() ? 0 : null));
  const [playing, setPlaying] = useState(() => plays && !wantsRest());
  const goes = playing && last > 0;
  useEffect(() => {
    if (!goes) return;
    const timer = setInterval(
      () =>
        setAt((before) => {
          const next = (before ?? 0) + 1;
          return next >= last ? null : next;
        }),
      Math.max(least, whole / last),
    );
    return () => clearInterval(timer);
  }, [goes, last]);
  // Played to its end.
  if (playing && at === null && last > 0) setPlaying(false);
  return {
    at: Math.min(at ?? last, last),
    follows: at === null,
    playing,
    look(step) {
      setPlaying(false);
      setAt(step >= last ? null : Math.max(0, step));
    },
    follow() {
      setPlaying(false);
      setAt(null);
    },
    play() {
      setAt((before) => (before === null ? 0 : before));
      setPlaying(true);
    },
    rest: () => setPlaying(false),
  };
}

const wantsRest = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
