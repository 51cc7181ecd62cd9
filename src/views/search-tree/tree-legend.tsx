import type { Simulations } from '#run/state.ts';
import { amounts } from '#words/en/amounts.ts';
import { tree } from '#words/en/tree.ts';
import { type GlyphFacts, nodeGlyph } from './node-glyph.ts';
import { falsePath, shapePath, signPaths, strikePath } from './node-shapes.ts';
import { rampGradient } from './value-ramp.ts';
import { classes } from '#views/classes.ts';
import styles from './tree-legend.module.css';
import searchTreeStyles from './search-tree.module.css';

/** What colours, sizes and shapes of the tree stand for, and how many simulations made it. */
export function TreeLegend({
  visits,
  bars,
  falseSteps,
  simulations,
}: {
  readonly visits: boolean;
  /** Whether some nodes are gathered in bars, and some steps false by rule: what is not there needs no words. */
  readonly bars: boolean;
  readonly falseSteps: boolean;
  readonly simulations: Simulations;
}) {
  return (
    <ul className={styles.root} aria-label={tree.legend.label}>
      <li>
        <span>{visits ? tree.legend.value : tree.legend.score}</span>{' '}
        <span className="mono">{tree.legend.tick(0)}</span>
        <span className={styles.ramp} style={{ background: rampGradient }} />
        <span className="mono">{tree.legend.tick(1)}</span>
      </li>
      {visits && (
        <li>
          <Sample of={{}} r={3.5} />
          <Sample of={{}} r={6.5} />
          {tree.legend.visits}
        </li>
      )}
      <li>
        <Sample of={{ end: 'terminal', grade: { outcome: 'right' } }} r={7} />
        {tree.legend.right}
      </li>
      <li>
        <Sample of={{ end: 'terminal', grade: { outcome: 'wrong' } }} r={7} />
        {tree.legend.wrong}
      </li>
      <li>
        <Sample of={{ status: 'pruned' }} r={5.5} />
        {tree.legend.pruned}
      </li>
      <li>
        <Sample of={{ end: 'dead' }} r={5.5} />
        {tree.legend.cutOff}
      </li>
      {falseSteps && (
        <li>
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            <path className={styles.sampleFalse} d={falsePath} />
          </svg>
          {tree.falseByRule}
        </li>
      )}
      {bars && (
        <li>
          <span className={styles.sampleBar} aria-hidden="true" />
          {tree.legend.more}
        </li>
      )}
      {simulations.run > 0 && <li>{amounts.simulations(simulations)}</li>}
    </ul>
  );
}

const plain: GlyphFacts = { end: 'open', status: 'live', visits: 0, value: 0, score: null, grade: null };

/** A node like those of the tree, of no particular value. */
function Sample({ of, r }: { readonly of: Partial<GlyphFacts>; readonly r: number }) {
  const { shape, struck, sign } = nodeGlyph({ ...plain, ...of }, r);
  return (
    <svg width="20" height="18" viewBox="-10 -9 20 18" aria-hidden="true">
      <path className={classes(styles.sample, struck && styles.hollow)} d={shapePath(shape, r)} />
      {struck && <path className={searchTreeStyles.strike} d={strikePath(r)} />}
      {sign && <path className={styles.sampleSign} d={signPaths[sign]} transform="scale(.85)" />}
    </svg>
  );
}
