import type { MarkKind } from '#run/marks.ts';
import { room } from '../language.ts';

/** What can be done by key, and the dialog that lists it. */
export const keys = room('keys', {
  groups: { time: 'Time', run: 'Run', page: 'Page' },
  does: {
    play: 'Play or pause',
    'step-back': 'One step back',
    'step-on': 'One step on',
    'algorithm-back': 'One step of the algorithm back',
    'algorithm-on': 'One step of the algorithm on: select, expand, score, back up …',
    start: 'To the start',
    end: 'To the end, and follow it',
    run: 'Run',
    resume: 'Continue an interrupted run',
    stop: 'Cancel the run',
    tree: 'Show the search tree',
    'tree-fit': 'Fit the tree into the picture',
    thoughts: 'Show thoughts',
    votes: 'Show votes',
    scores: 'Show scores',
    budget: 'Show the thinking budget',
    compare: 'Compare strategies',
    models: 'Choose a model',
    training: 'Show how the model learnt from its own traces',
    'copy-link': 'Copy the link to this experiment',
    share: 'Share: link, picture, embedding',
    keys: 'Show the keys',
  },
  or: 'or',
  inTrace: 'In a trace',
  move: 'Move between tokens or cards',
  arrows: 'arrows',
  inspect: 'Inspect the token',
  onTimeline: 'On the timeline',
  singleKeys: 'Single-character keys work',
  names: { space: 'Space', enter: 'Enter', home: 'Home', end: 'End' },
  withCtrl: (key: string) => `Ctrl ${key}`,
  /** What the signs over the timeline stand for. */
  marks: {
    selection: 'a selection',
    prune: 'branches pruned',
    'sequence-ended': 'a trace ended',
    wait: '"Wait"',
    vote: 'a vote',
    'answer-chosen': 'the choice',
  } satisfies Record<MarkKind, string>,
});
