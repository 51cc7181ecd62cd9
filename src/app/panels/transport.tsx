import { useRef } from 'react';
import { type Speed, speeds } from '../store/app-state.ts';
import { isLive, lengthOf } from '../store/transitions.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { usePart } from '../ui/use-part.ts';
import { side } from './side.ts';
import { TransportButtons } from './transport-buttons.tsx';
import { useWidth } from '#views/use-width.ts';
import { classes } from '#views/classes.ts';
import styles from './transport.module.css';
import { transport } from '#words/en/transport.ts';
import { Slider } from '#views/slider.tsx';

/** Play, step, speed, the scrubber, and the step in words. */
export function Transport() {
  const app = useActions();
  const log = useApp((state) => state.log);
  const length = useApp(lengthOf);
  const cursor = useApp((state) => state.cursor);
  const playing = useApp((state) => state.playing);
  const live = useApp(isLive);
  const following = useApp((state) => state.following);
  const speed = useApp((state) => state.speed);
  const moving = playing || (live && following);
  const none = length === 0;
  const words = usePart(side);
  const sentence =
    log && cursor > 0
      ? (words?.stepSentence(log.entries, cursor) ?? '')
      : log
        ? transport.before
        : transport.nothing;
  return (
    <section className={styles.root} aria-label={transport.title}>
      <TransportButtons
        time={app.view}
        moving={moving}
        end={cursor === length}
        start={cursor === 0}
        none={none}
        live={live}
        following={following}
      />
      <Scrubber sentence={sentence} />
      <p className={styles.step}>
        <span className={classes('mono', styles.count)}>{none ? '–' : transport.count(cursor, length)}</span>
        <span className={styles.sentence} title={sentence}>
          {sentence}
        </span>
      </p>
      <label className={styles.speed}>
        <span className="hidden-visually">{transport.speed}</span>
        <select
          className="field-select"
          value={speed}
          onChange={(event) => app.view.setSpeed(toSpeed(event.currentTarget.value))}
        >
          {speeds.map((one) => (
            <option key={one} value={one}>
              {typeof one === 'number' ? transport.perSecond(one) : transport.speeds[one]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

const toSpeed = (value: string): Speed => speeds.find((one) => String(one) === value) ?? 'in-five-seconds';

function Scrubber({ sentence }: { readonly sentence: string }) {
  const app = useActions();
  const log = useApp((state) => state.log);
  const length = useApp(lengthOf);
  const cursor = useApp((state) => state.cursor);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const later = usePart(side);
  return (
    <div ref={frame} className={styles.scrubber}>
      {later && log && <later.RunMarks log={log.entries} width={Math.max(0, width - thumb)} />}
      <Slider
        className={styles.scrubberInput}
        aria-label={transport.step}
        min={0}
        max={Math.max(1, length)}
        value={cursor}
        disabled={length === 0}
        aria-valuetext={transport.stepIs({ cursor, length, sentence })}
        onChange={app.view.seek}
      />
    </div>
  );
}

/** Width of the slider's thumb: its middle runs from half of it to the width less half of it. */
const thumb = 16;
