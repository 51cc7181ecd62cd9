import { useEffect, useState } from 'react';
import { isGpuModel } from '../../models/abilities.ts';
import { useApp } from '../../store/use-app.tsx';
import { isLive } from '../../store/transitions.ts';

/** Says so, quietly, where the tab was hidden while a model ran on the graphics processor: browsers slow such tabs. */
export function HiddenNote() {
  const live = useApp(isLive);
  const experiment = useApp((state) => state.view.experiment);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!live) return;
    setSeconds(0);
    let since: number | null = null;
    const changed = () => {
      if (document.visibilityState === 'hidden') since = performance.now();
      else if (since !== null) {
        const hidden = (performance.now() - since) / 1000;
        since = null;
        setSeconds((before) => before + hidden);
      }
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, [live]);
  if (seconds < 1 || !experiment || !isGpuModel(experiment.model)) return null;
  return <p className="run-start quiet">This tab was hidden for {Math.round(seconds)} s of the run. Browsers slow hidden tabs, so its speed may be too low.</p>;
}
