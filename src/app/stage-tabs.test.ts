import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { StrategyKind } from '#experiment/experiment.ts';
import { modelStamp } from '#run/testing/fixtures.ts';
import { emptyRun } from '#run/state.ts';
import { stage } from '#words/en/stage.ts';
import { stageTabs, tabsOf } from './stage-tabs.tsx';
import { mainTab, shownTab, tabAtStart } from './store/main-tab.ts';

const run = (kind: StrategyKind) => ({
  view: emptyRun,
  log: {
    origin: 'live' as const,
    entries: [
      {
        at: 0,
        event: {
          type: 'run-started' as const,
          experiment: defaultExperiment('countdown', kind),
          model: modelStamp,
        },
      },
    ],
  },
});

describe('tabsOf', () => {
  it('puts the picture that matters first', () => {
    expect(tabsOf(run('mcts'))).toEqual(['tree', 'thoughts', 'compare']);
    expect(tabsOf(run('best-of-n'))).toEqual(['scores', 'thoughts', 'compare']);
    expect(tabsOf(run('budget-forcing'))).toEqual(['budget', 'thoughts', 'compare']);
    expect(tabsOf(run('self-consistency'))).toEqual(['thoughts', 'votes', 'compare']);
    expect(tabsOf({ log: null, view: emptyRun })).toEqual(['compare']);
  });
  it('falls back to it where a run lacks the wished one', () => {
    expect(shownTab('votes', tabsOf(run('mcts')))).toBe('tree');
    expect(shownTab('thoughts', tabsOf(run('mcts')))).toBe('thoughts');
  });
});

describe('tabAtStart', () => {
  it('stays where the person is for the same strategy, else goes to the picture of the new one', () => {
    expect(tabAtStart('mcts', 'mcts', 'thoughts')).toBe('thoughts');
    expect(tabAtStart('mcts', 'direct', 'votes')).toBe(mainTab('mcts'));
    expect(tabAtStart('self-consistency', 'direct', 'votes')).toBe('votes');
    expect(tabAtStart('mcts', 'mcts', 'compare')).toBe('tree');
  });
});

it('have a name each, and no name is left over', () => {
  expect(Object.keys(stage.tabs).toSorted()).toEqual(Object.keys(stageTabs).toSorted());
});

it('counts votes only where traces vote', () => {
  const picture = { rows: [], votes: 0, traces: 4, unread: 0, withoutAnswer: 4 };
  expect(stageTabs.votes.count({ view: emptyRun, picture, voting: true })).toBe(0);
  expect(stageTabs.votes.count({ view: emptyRun, picture, voting: false })).toBeUndefined();
});
