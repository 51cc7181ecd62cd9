import { useEffect, useState } from 'react';
import { runsOf } from '#lab/sweeps/cells.ts';
import { isKeyOf } from '#experiment/keys-of.ts';
import { AccuracyView } from '#app/places/lab/sweeps/accuracy-view.tsx';
import { SweepProgress } from '#app/places/lab/sweeps/sweep-progress.tsx';
import { useSweeps, useSweepsState } from '#app/places/lab/sweeps/use-sweeps.ts';
import { areaFragment } from '#app/store/areas.ts';
import { shapeOfLoaded } from '#app/sweeps/sweeps-state.ts';
import { sweepPresets } from '#app/sweeps/sweep-presets.ts';
import { Icon } from '#app/ui/icon.tsx';
import { lessonWords } from '#words/en/lessons.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import styles from './sweep-widget.module.css';

/** The sweep that was started from a lesson, in this visit. */
const started = new Map<string, string>();

/** A curve that is drawn live, on all cores of this machine, in the lesson itself. @param onDone once it is whole. */
export function SweepWidget({
  about,
  onDone,
}: {
  readonly about: string | undefined;
  readonly onDone: () => void;
}) {
  const sweeps = useSweeps();
  const [id, setId] = useState((about !== undefined && started.get(about)) || null);
  if (about === undefined || !isKeyOf(sweepPresets, about)) return null;
  if (id !== null) return <Drawn id={id} onDone={onDone} />;
  const start = async () => {
    const title = sweepWords.presets[about].title;
    const next = await sweeps.start({ ...sweepPresets[about], title });
    started.set(about, next);
    setId(next);
  };
  return (
    <button type="button" className="button button-primary" onClick={() => void start()}>
      <Icon name="play" size={13} />
      {lessonWords.drawCurve}
    </button>
  );
}

function Drawn({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const loaded = useSweepsState((state) => state.loaded.get(id));
  const whole = loaded !== undefined && loaded.results.length >= runsOf(shapeOfLoaded(loaded));
  useEffect(() => {
    if (whole) onDone();
  }, [whole, onDone]);
  if (!loaded) return null;
  return (
    <div className={styles.root}>
      {!whole && <SweepProgress id={id} loaded={loaded} />}
      <AccuracyView loaded={loaded} bare />
      <p>
        <a href={areaFragment('lab', `sweeps/${id}`)}>{lessonWords.curveInLab}</a>
      </p>
    </div>
  );
}
