import { useMemo } from 'react';
import type { FalseReason } from '#run/facts/false-step.ts';
import type { RunState } from '#run/state.ts';
import type { TreeNodeState } from '#run/tree-state.ts';
import { amounts } from '#words/en/amounts.ts';
import { tree as words } from '#words/en/tree.ts';
import { type GlyphFacts, nodeGlyph } from './node-glyph.ts';
import { falsePaths, shapePath, signPaths, strikePath } from './node-shapes.ts';
import { rampGradient } from './value-ramp.ts';
import { classes } from '#views/classes.ts';
import styles from './tree-legend.module.css';
import searchTreeStyles from './search-tree.module.css';

interface TreeLegendProps {
  readonly state: RunState;
  /** Whether the whole tree stands on a strip beside the picture. */
  readonly strip: boolean;
  /** Whether some nodes are gathered in bars. */
  readonly bars: boolean;
  /** Why steps are false by rule, those that are, each once. */
  readonly falseSteps: readonly FalseReason[];
}

/** What colours, sizes and shapes of the tree stand for, those that it has, and how many simulations made it. */
export function TreeLegend({ state, strip, bars, falseSteps }: TreeLegendProps) {
  const { tree, simulations } = state;
  const has = useMemo(() => signsOf(tree), [tree]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too long, by arrow keys too
    <ul className={styles.root} aria-label={words.legend.label} tabIndex={0}>
      <li>
        <span>
          {state.elsewhere ? words.legend.logged : has.visits ? words.legend.value : words.legend.score}
        </span>{' '}
        <span className="mono">{state.elsewhere ? words.legend.lowest : words.legend.tick(0)}</span>
        <span className={styles.ramp} style={{ background: rampGradient }} />
        <span className="mono">{state.elsewhere ? words.legend.highest : words.legend.tick(1)}</span>
      </li>
      {has.visits && (
        <li>
          <Sample of={{}} r={3.5} />
          <Sample of={{}} r={6.5} />
          {words.legend.visits}
        </li>
      )}
      {has.right && (
        <li>
          <Sample of={{ end: 'terminal', grade: { outcome: 'right' } }} r={7} />
          {words.legend.right}
        </li>
      )}
      {has.wrong && (
        <li>
          <Sample of={{ end: 'terminal', grade: { outcome: 'wrong' } }} r={7} />
          {words.legend.wrong}
        </li>
      )}
      {has.pruned && (
        <li>
          <Sample of={{ status: 'pruned' }} r={5.5} />
          {words.legend.pruned}
        </li>
      )}
      {has.cutOff && (
        <li>
          <Sample of={{ end: 'dead' }} r={5.5} />
          {words.legend.cutOff}
        </li>
      )}
      {falseSteps.map((reason) => (
        <li key={reason}>
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            <path className={styles.sampleFalse} d={falsePaths[reason]} />
          </svg>
          {words.falseByRule[reason]}
        </li>
      ))}
      {bars && (
        <li>
          <span className={styles.sampleBar} aria-hidden="true" />
          {words.legend.more}
        </li>
      )}
      {strip && <li>{words.legend.strip}</li>}
      {simulations.run > 0 && <li data-simulations="">{amounts.simulations(simulations)}</li>}
    </ul>
  );
}

function signsOf(tree: readonly TreeNodeState[]) {
  const has = { visits: false, right: false, wrong: false, pruned: false, cutOff: false };
  for (const { visits, grade, status, end } of tree) {
    if (visits > 0) has.visits = true;
    if (grade?.outcome === 'right') has.right = true;
    if (grade?.outcome === 'wrong') has.wrong = true;
    if (status === 'pruned') has.pruned = true;
    if (end === 'dead') has.cutOff = true;
  }
  return has;
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
