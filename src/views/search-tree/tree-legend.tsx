import type { Simulations } from '#run/state.ts';
import { amounts } from '#words/en/amounts.ts';
import { shapePath, signPaths, strikePath } from './node-shapes.ts';
import { rampGradient } from './value-ramp.ts';
import { classes } from '#views/classes.ts';
import styles from './tree-legend.module.css';
import searchTreeStyles from './search-tree.module.css';

/** What colours, sizes and shapes of the tree stand for, and how many simulations made it. */
export function TreeLegend({
  visits,
  simulations,
}: {
  readonly visits: boolean;
  readonly simulations: Simulations;
}) {
  return (
    <ul className={styles.root} aria-label="Legend of the tree">
      <li>
        <span>{visits ? 'value' : 'score'}</span> <span className="mono">0</span>
        <span className={styles.ramp} style={{ background: rampGradient }} />
        <span className="mono">1</span>
      </li>
      {visits && (
        <li>
          <Sample path={shapePath('circle', 3.5)} />
          <Sample path={shapePath('circle', 6.5)} />
          visits
        </li>
      )}
      <li>
        <Sample path={shapePath('square', 7)} sign="right" />
        right
      </li>
      <li>
        <Sample path={shapePath('square', 7)} sign="wrong" />
        wrong
      </li>
      <li>
        <Sample path={shapePath('circle', 5.5)} strike={strikePath(5.5)} />
        pruned
      </li>
      <li>
        <Sample path={shapePath('diamond', 5.5)} />
        cut off
      </li>
      {simulations.run > 0 && <li>{amounts.simulations(simulations)}</li>}
    </ul>
  );
}

function Sample({
  path,
  sign,
  strike,
}: {
  readonly path: string;
  readonly sign?: 'right' | 'wrong';
  readonly strike?: string;
}) {
  return (
    <svg width="20" height="18" viewBox="-10 -9 20 18" aria-hidden="true">
      <path className={strike ? classes(styles.sample, styles.hollow) : styles.sample} d={path} />
      {strike && <path className={searchTreeStyles.strike} d={strike} />}
      {sign && <path className={styles.sampleSign} d={signPaths[sign]} transform="scale(.85)" />}
    </svg>
  );
}
