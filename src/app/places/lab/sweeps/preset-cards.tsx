import { runsOf, shapeOf } from '#lab/sweeps/cells.ts';
import { problemsAskedFor, type Sweep } from '#lab/sweeps/spec.ts';
import { modelFacts } from '#policy/models.ts';
import { roughSeconds } from '#app/sweeps/rough-time.ts';
import { type SweepPresetKey, sweepPresets } from '#app/sweeps/sweep-presets.ts';
import { keysOf } from '#experiment/keys-of.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { labWorkers } from '../lab-workers.ts';
import { edit, goToSweep } from './go-to.ts';
import styles from './preset-cards.module.css';
import { useSweeps } from './use-sweeps.ts';

/** Questions that a sweep answers, each run with one click. */
export function PresetCards() {
  const sweeps = useSweeps();
  const start = async (sweep: Sweep) => goToSweep(await sweeps.start(sweep));
  return (
    <ul className={styles.cards}>
      {keysOf(sweepPresets).map((key, place) => {
        const { title, does } = sweepWords.presets[key];
        const sweep = named(key);
        return (
          <li key={key} className={styles.card} data-first={place === 0 ? '' : undefined}>
            <h4 className={styles.title}>{title}</h4>
            <p>{does}</p>
            <p className={classes('quiet', styles.size)}>
              <SweepSize sweep={sweep} />
            </p>
            <div className="row">
              <button
                type="button"
                className={place === 0 ? 'button button-primary' : 'button'}
                aria-label={sweepWords.runOne(title)}
                onClick={() => void start(sweep)}
              >
                <Icon name="play" size={13} />
                {sweepWords.run}
              </button>
              <button
                type="button"
                className="button button-plain"
                aria-label={sweepWords.changeOne(title)}
                onClick={() => edit(sweeps, sweep)}
              >
                {sweepWords.change}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const presetArms: Partial<Readonly<Record<SweepPresetKey, () => readonly string[]>>> = {
  voting: () => [
    sweepWords.presetArms.sampledChain,
    sweepWords.presetArms.greedyChain,
    sweepWords.presetArms.vote,
  ],
};

function named(key: SweepPresetKey): Sweep {
  const sweep = sweepPresets[key];
  const names = presetArms[key]?.();
  return {
    ...sweep,
    title: sweepWords.presets[key].title,
    arms: sweep.arms.map((arm, place) => {
      const name = names?.[place];
      return name === undefined ? arm : { ...arm, name };
    }),
  };
}

/** How many runs a sweep is, and roughly how long they take. */
export function SweepSize({
  sweep,
  problems = problemsAskedFor(sweep.problems),
}: {
  readonly sweep: Sweep;
  /** How many there are. */
  readonly problems?: number;
}) {
  const { cores } = labWorkers();
  const seconds = roughSeconds(sweep, problems, cores, (model) => modelFacts(model).parameters);
  return (
    <>
      {sweepWords.size({
        arms: sweep.arms.length,
        problems,
        runs: runsOf(shapeOf(sweep, problems)),
      })}
      {', '}
      {sweepWords.roughly(seconds, cores)}
    </>
  );
}
