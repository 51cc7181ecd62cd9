import { useRef } from 'react';
import { type Pace, paces, placeAt } from '#run/together.ts';
import { compare } from '#words/en/compare.ts';
import { type PlaySeconds, playSeconds } from '#app/store/stages.ts';
import { useActions } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import { useWidth } from '#views/use-width.ts';
import { TransportButtons } from '../transport-buttons.tsx';
import styles from '../transport.module.css';
import own from './compare-transport.module.css';
import { letterOf } from './side-words.ts';
import { useStages, useStagesState } from './use-stages.ts';
import { Slider } from '#views/slider.tsx';

/** The one timeline of all sides. `choices`: whether there is room for how it moves. */
export function CompareTransport({ choices }: { readonly choices: boolean }) {
  const app = useActions();
  const stages = useStages();
  const { sides, views, pace, place, extent, following, playing, seconds } = useStagesState((state) => state);
  const live = sides.some(({ phase }) => phase === 'running' || phase === 'waiting');
  const none = extent === 0;
  const ended = sides.flatMap(({ log, phase }, at) =>
    log && phase !== 'running' && views[at]?.cursor === log.entries.length ? [letterOf(at)] : [],
  );
  const where = none ? compare.time.nothing : compare.time.at[pace](atPlace(pace, place), ended.length > 0);
  const who =
    !live && ended.length === sides.filter(({ log }) => log).length
      ? compare.time.allEnded
      : ended.length === 0
        ? compare.time.noneEnded
        : compare.time.ended(ended);
  const sentence = none ? where : compare.time.sentence(where, who);
  return (
    <section className={classes(styles.root, own.root)} aria-label={compare.time.title}>
      <TransportButtons
        time={app.view}
        moving={playing || (live && following)}
        start={place === 0}
        end={following || place >= extent}
        none={none}
        live={live}
        following={following}
      />
      <Scrubber sentence={sentence} />
      <p className={classes(styles.step, own.step)}>
        <span className={classes(styles.sentence, own.sentence)} title={sentence}>
          {sentence}
        </span>
      </p>
      {choices && (
        <div className={own.choices}>
          <select
            className="field-select"
            aria-label={compare.time.pace}
            title={compare.time.pacesHelp[pace]}
            value={pace}
            onChange={(event) => {
              const next = paces.find((one) => one === event.currentTarget.value);
              if (next) stages.setPace(next);
            }}
          >
            {paces.map((one) => (
              <option key={one} value={one}>
                {compare.time.paces[one]}
              </option>
            ))}
          </select>
          <select
            className="field-select"
            aria-label={compare.time.speed}
            value={seconds}
            onChange={(event) => stages.setSeconds(toSeconds(event.currentTarget.value))}
          >
            {playSeconds.map((one) => (
              <option key={one} value={one}>
                {compare.time.seconds(one)}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  );
}

const toSeconds = (value: string): PlaySeconds => playSeconds.find((one) => String(one) === value) ?? 5;

/** A token has been drawn or not; a share and a time are told roughly. */
const atPlace = (pace: Pace, place: number): number =>
  pace === 'tokens' ? Math.floor(place) : Math.round(place);

function Scrubber({ sentence }: { readonly sentence: string }) {
  const stages = useStages();
  const place = useStagesState((state) => state.place);
  const extent = useStagesState((state) => state.extent);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return (
    <div ref={frame} className={styles.scrubber}>
      <Ends width={Math.max(0, width - thumb)} />
      <Slider
        className={styles.scrubberInput}
        aria-label={compare.time.slider}
        min={0}
        max={Math.max(1, extent)}
        value={place}
        disabled={extent === 0}
        aria-valuetext={sentence}
        onChange={stages.seek}
      />
    </div>
  );
}

/** Where each side ends: its letter above the timeline. Those that end in one place stand together. */
function Ends({ width }: { readonly width: number }) {
  const { sides, pace, extent } = useStagesState((state) => state);
  if (width <= 0 || extent === 0 || pace === 'share') return null;
  const ends: { readonly x: number; readonly letters: string[] }[] = [];
  for (const [at, { log }] of sides.entries()) {
    if (!log) continue;
    const x = (placeAt(log.entries, pace, log.entries.length) / extent) * width;
    const near = ends.find((one) => Math.abs(one.x - x) < letterWidth * one.letters.length);
    if (near) near.letters.push(letterOf(at));
    else ends.push({ x, letters: [letterOf(at)] });
  }
  return (
    <svg className={own.ends} width={width} height={14} aria-hidden="true">
      {ends.map(({ x, letters }) => (
        <text key={letters.join()} x={x} y={10} textAnchor="middle">
          {letters.join(', ')}
        </text>
      ))}
    </svg>
  );
}

const letterWidth = 11;
/** Width of the slider's thumb: its middle runs from half of it to the width less half of it. */
const thumb = 16;
