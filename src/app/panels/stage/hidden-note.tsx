import { useEffect, useState } from 'react';
import type { RunLog } from '#app/store/app-state.ts';
import { isLive } from '#app/store/transitions.ts';
import { engineOf } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './run-heading.module.css';
import { stage } from '#words/en/stage.ts';

/** Says so, quietly, where the tab was hidden while a model ran on the graphics processor: browsers slow such tabs. */
export function HiddenNote() {
  const live = useApp(isLive);
  const log = useApp((state) => state.log);
  const slows = useApp(({ view, library }) =>
    view.experiment ? engineOf(view.experiment.model, library).slowWhenHidden : false,
  );
  const [hidden, setHidden] = useState<{ readonly during: RunLog | null; readonly seconds: number }>({
    during: null,
    seconds: 0,
  });
  useEffect(() => {
    if (!live) return;
    let since: number | null = null;
    const changed = () => {
      const now = performance.now() / 1000;
      if (document.visibilityState === 'hidden') since = now;
      else if (since !== null) {
        const more = now - since;
        since = null;
        setHidden(({ during, seconds }) => ({
          during: log,
          seconds: during === log ? seconds + more : more,
        }));
      }
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, [live, log]);
  if (hidden.during !== log || hidden.seconds < 1 || !slows) return null;
  return <p className={classes(styles.start, 'quiet')}>{stage.hidden(Math.round(hidden.seconds))}</p>;
}
