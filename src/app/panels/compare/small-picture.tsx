import { isKeyOf } from '#experiment/keys-of.ts';
import { useMemo } from 'react';
import type { RunState } from '#run/state.ts';
import { BudgetTimeline } from '#views/budget-timeline/budget-timeline.tsx';
import { budgetPicture } from '#views/budget-timeline/budget-picture.ts';
import { ScoreStrip } from '#views/score-strip/score-strip.tsx';
import { scoreDigits, scoreRows } from '#views/score-strip/score-rows.ts';
import { SearchTree } from '#views/search-tree/search-tree.tsx';
import { useTreePicture } from '#views/search-tree/use-tree-picture.ts';
import { VoteHistogram } from '#views/vote-histogram/vote-histogram.tsx';
import { votePicture } from '#views/vote-histogram/vote-rows.ts';
import { search } from '#words/en/search.ts';
import { stage } from '#words/en/stage.ts';
import { votes } from '#words/en/votes.ts';
import { nameOf } from '#words/labels.ts';
import { firstPicture, type StageSide } from '#app/store/sides.ts';
import { useGrade } from '#app/store/use-answers.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { useOpened } from '../search/use-opened.ts';
import { Thoughts } from '../stage/thoughts.tsx';
import { classes } from '#views/classes.ts';
import styles from './small-picture.module.css';

/** What of a run can be drawn small; names are those of the stage's tabs. */
const pictures = {
  tree: (view: RunState) => <SmallTree view={view} />,
  thoughts: (view: RunState) => (
    <div className={styles.thoughts}>
      <Thoughts view={view} />
    </div>
  ),
  votes: (view: RunState) => <SmallVotes view={view} />,
  scores: (view: RunState) => <SmallScores view={view} />,
  budget: (view: RunState) => <SmallBudget view={view} />,
};
type PictureKind = keyof typeof pictures;

/** The pictures of a side, its main one first. */
export function picturesOf(side: StageSide, view: RunState): readonly PictureKind[] {
  const first = firstPicture(side);
  const there: readonly (PictureKind | false)[] = [
    isKeyOf(pictures, first) && first,
    'thoughts',
    view.ballots.length > 0 && 'votes',
    view.sequences.some(({ score }) => score) && 'scores',
  ];
  return [...new Set(there.filter((one) => one !== false))];
}

/** One picture of a run, in a small stage: the same as on the large one, without what stands around it there. */
export function SmallPicture({ picture, view }: { readonly picture: PictureKind; readonly view: RunState }) {
  return pictures[picture](view);
}

function SmallTree({ view }: { readonly view: RunState }) {
  const app = useActions();
  const folded = useApp((state) => state.folded);
  const mode = useApp((state) => state.treeCamera);
  const selected = useApp((state) => (state.selection?.kind === 'node' ? state.selection.node : null));
  const { opened, open, close } = useOpened(view);
  const { focus, layout, onLook } = useTreePicture(view, {
    direction: 'right',
    folded,
    opened,
    selected,
    dims: false,
    mode,
  });
  if (view.tree.length === 0) return <Waiting>{search.tree.notBegun}</Waiting>;
  return (
    <SearchTree
      state={view}
      layout={layout}
      focus={focus}
      selected={selected}
      dims={false}
      mode={mode}
      onSelect={(node) => app.view.select(node === null ? null : { kind: 'node', node })}
      onFold={(node) => (opened.has(node) ? close(node) : app.view.toggleFold(node))}
      onOpen={(parent) => (folded.has(parent) ? app.view.toggleFold(parent) : open(parent))}
      onLook={onLook}
      onMode={app.view.setTreeCamera}
    />
  );
}

function SmallVotes({ view }: { readonly view: RunState }) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const picture = useMemo(() => votePicture(view), [view]);
  if (picture.rows.length === 0) return <Waiting>{votes.none}</Waiting>;
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <VoteHistogram
        picture={picture}
        selectedKey={selection?.kind === 'votes' ? selection.key : null}
        nameOf={(sequence) => nameOf(view, sequence)}
        onSelectGroup={(key) => app.view.select({ kind: 'votes', key })}
        onSelectTrace={(sequence) => app.view.select({ kind: 'trace', sequence })}
      />
    </div>
  );
}

function SmallScores({ view }: { readonly view: RunState }) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const rows = useMemo(() => scoreRows(view, 'score'), [view]);
  if (rows.length === 0)
    return <Waiting>{view.status === 'running' ? search.scores.none : search.scores.noneAtAll}</Waiting>;
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <ScoreStrip
        rows={rows}
        digits={scoreDigits(view)}
        selected={selection?.kind === 'trace' ? selection.sequence : null}
        onSelect={(sequence) => app.view.select({ kind: 'trace', sequence })}
      />
    </div>
  );
}

function SmallBudget({ view }: { readonly view: RunState }) {
  const app = useActions();
  const problem = view.experiment?.problem;
  const grade = useGrade(problem);
  const picture = useMemo(
    () => budgetPicture(view, (answer) => (problem && grade ? grade(problem, answer).outcome : 'ungraded')),
    [view, problem, grade],
  );
  if (picture.traces.length === 0) return <Waiting>{search.budget.notBegun}</Waiting>;
  return (
    <div
      className={classes(styles.root, 'scrolls')}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
      role="group"
      aria-label={stage.tabs.budget}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too wide, by arrow keys too
      tabIndex={0}
    >
      <BudgetTimeline
        picture={picture}
        onSelect={(sequence, index) =>
          app.view.select(index === null ? { kind: 'trace', sequence } : { kind: 'token', sequence, index })
        }
      />
    </div>
  );
}

function Waiting({ children }: { readonly children: string }) {
  return <p className={classes('quiet', styles.waiting)}>{children}</p>;
}
