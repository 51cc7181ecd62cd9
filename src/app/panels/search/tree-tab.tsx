import { memo, useMemo, useRef, useState } from 'react';
import type { FalseReason } from '#run/facts/false-step.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { useSpoken } from '#views/use-spoken.ts';
import { type LegendSigns, signsSoFar } from '#views/search-tree/legend-signs.ts';
import { foldedAbove } from '#views/search-tree/outline-rows.ts';
import { NextSteps, NextStepsLine } from '#views/search-tree/next-steps.tsx';
import { nodeSentence } from '#views/search-tree/node-words.ts';
import { pendingSteps } from '#views/search-tree/pending-steps.ts';
import { SearchTree, type SearchTreeHandle } from '#views/search-tree/search-tree.tsx';
import type { Direction } from '#views/search-tree/tree-layout.ts';
import { TreeLegend } from '#views/search-tree/tree-legend.tsx';
import { TreeOutline } from '#views/search-tree/tree-outline.tsx';
import { TreeOverview } from '#views/search-tree/tree-overview.tsx';
import { useTreePicture } from '#views/search-tree/use-tree-picture.ts';
import { search } from '#words/en/search.ts';
import { useFalseNodes } from '#app/false-steps.ts';
import { usePreference } from '#app/preferences.ts';
import { isLive } from '#app/store/transitions.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { inspectorBeside, useMedia } from '#app/ui/use-media.ts';
import { Calm } from '../teacher/calm.tsx';
import { StepBar } from './step-bar.tsx';
import { TreeTools } from './tree-tools.tsx';
import { useTreeMode } from './use-tree-mode.ts';
import { useOpened } from './use-opened.ts';
import { classes } from '#views/classes.ts';
import styles from './tree-tab.module.css';
import notes from '../stage/stage-notes.module.css';

/** Of the tools over the picture's corner, in pixels; where there is little room they stand in the bar above it. */
const toolsHeight = 44;
/** A smaller tree is its own overview. */
const fromNodes = 100;
/** Fewer steps are drawn too fast to be watched. */
const manyDraws = 24;
/** Where picture and outline stand side by side unless a person wants otherwise. */
const outlineBeside = '(min-width: 1500px)';

/** The search tree, large: the picture, its outline, and the algorithm's steps. */
export function TreeTab({ view }: { readonly view: RunState }) {
  const app = useActions();
  const tree = useRef<SearchTreeHandle>(null);
  const folded = useApp((state) => state.folded);
  const selected = useApp((state) => (state.selection?.kind === 'node' ? state.selection.node : null));
  // While it plays and once there is an answer, the whole of it is to be seen.
  const dims = useApp(
    (state) => !(isLive(state) && state.following) && !state.playing && state.view.chosen === null,
  );
  const roomy = useMedia(outlineBeside);
  const narrow = useMedia('(max-width: 767.98px)');
  const wide = useMedia('(min-width: 1024px)');
  const [direction, setDirection] = usePreference('tree-direction', 'right');
  const [outline, setOutline] = usePreference('tree-outline', 'auto');
  const { mode, setMode } = useTreeMode(view);
  // Where it is presented, nobody presses anything: all the room is the picture's.
  const presenting = useApp((state) => state.presenting);
  const outlined = !presenting && (outline === 'auto' ? roomy : outline === 'on');
  const covered = presenting || narrow ? 0 : toolsHeight;
  const way: Direction = direction === 'down' ? 'down' : 'right';
  const { opened, open, close } = useOpened(view);
  const { focus, shown, layout, looks, onLook } = useTreePicture(view, {
    direction: way,
    folded,
    opened,
    selected,
    dims,
    mode,
    covered,
  });
  const pending = useMemo(() => pendingSteps(view), [view]);
  const drawing = pending && (pending.all >= manyDraws || view.tree.length === 1) ? pending : null;
  const falseNodes = useFalseNodes(view, shown.nodes);
  const run = useApp((state) => state.log?.entries[0]);
  const [signs, setSigns] = useState<LegendSigns>({ run, bars: false, falseSteps: [] });
  const known = signsSoFar(signs, {
    run,
    bars: shown.bars.size > 0,
    falseSteps: [...new Set(falseNodes.values())].toSorted(),
  });
  // React draws again at once, before anything is seen.
  if (known !== signs) setSigns(known);
  const [overview, setOverview] = usePreference('tree-overview', 'auto');
  // Beside an outline there is room for it on a wide screen alone: else both would cover the answers.
  const strip =
    (roomy || !outlined) &&
    (overview === 'auto' ? shown.bars.size > 0 && view.tree.length >= fromNodes : overview === 'on');
  const lit = useMemo(() => new Set(focus.path), [focus]);

  const select = (node: number | null) => {
    if (node === null) return app.view.select(null);
    app.view.unfold(foldedAbove(view.tree, node, folded));
    app.view.select({ kind: 'node', node });
  };
  const fold = (node: NodeId) => (opened.has(node) ? close(node) : app.view.toggleFold(node));
  const tools = (
    <TreeTools
      mode={mode}
      looks={looks}
      way={way}
      strip={strip}
      outlined={outlined}
      tree={tree}
      onMode={setMode}
      onDirection={setDirection}
      onOverview={(wish) => {
        setOverview(wish);
        if (wish === 'on' && !roomy) setOutline('off');
      }}
      onOutline={setOutline}
    />
  );
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <Calm>
          <StepBar />
        </Calm>
        <StepButton />
        {narrow && view.tree.length > 0 && tools}
      </div>
      {view.tree.length === 0 ? (
        <p className={classes(notes.waiting, 'quiet')}>
          {view.status === 'running' ? search.tree.notBegun : search.tree.none}
        </p>
      ) : (
        <div className={styles.body} data-outline={outlined ? '' : undefined}>
          <div className={styles.picture} data-direction={way}>
            <div className={styles.view}>
              <SearchTree
                ref={tree}
                state={view}
                layout={layout}
                focus={focus}
                selected={selected}
                dims={dims}
                mode={mode}
                covered={covered}
                falseNodes={falseNodes}
                onSelect={select}
                onFold={fold}
                onOpen={(parent) => (folded.has(parent) ? app.view.toggleFold(parent) : open(parent))}
                onMode={setMode}
                onLook={onLook}
              />
              {drawing && (view.tree.length === 1 || !narrow) && (
                <NextSteps pending={drawing} alone={view.tree.length === 1} folds={!wide} />
              )}
              {!narrow && tools}
            </div>
            {strip && (
              <TreeOverview
                state={view}
                direction={way}
                focus={focus}
                shown={shown}
                looks={looks}
                selected={selected}
                onSelect={select}
              />
            )}
          </div>
          <div id="tree-outline" className={styles.outline} hidden={!outlined}>
            {outlined && (
              <TreeOutline
                state={view}
                folded={folded}
                selected={selected}
                lit={lit}
                onSelect={select}
                onFold={app.view.toggleFold}
              />
            )}
          </div>
        </div>
      )}
      {view.tree.length > 0 && (
        <div className={styles.legend}>
          {narrow && drawing && view.tree.length > 1 && <NextStepsLine pending={drawing} />}
          <Calm>
            <Legend strip={strip} bars={known.bars} falseSteps={known.falseSteps} />
          </Calm>
        </div>
      )}
      <output className="hidden-visually">{selected === null ? '' : nodeSentence(view, selected)}</output>
    </div>
  );
}

/** The signs of a tree change seldom while it grows. */
const Legend = memo(
  function Legend({
    strip,
    bars,
    falseSteps,
  }: {
    readonly strip: boolean;
    readonly bars: boolean;
    readonly falseSteps: readonly FalseReason[];
  }) {
    useSpoken();
    const view = useApp((state) => state.view);
    return <TreeLegend state={view} strip={strip} bars={bars} falseSteps={falseSteps} />;
  },
  (before, after) =>
    before.strip === after.strip &&
    before.bars === after.bars &&
    before.falseSteps.join() === after.falseSteps.join(),
);

/** Where there is no inspector beside the stage: opens the numbers of this step in a sheet. */
function StepButton() {
  const app = useActions();
  const beside = useMedia(inspectorBeside);
  const open = useApp((state) => state.selection?.kind === 'step');
  if (beside) return null;
  return (
    <button
      type="button"
      className="button button-small"
      aria-expanded={open}
      onClick={() => app.view.select(open ? null : { kind: 'step' })}
    >
      {search.tree.numbers}
    </button>
  );
}
