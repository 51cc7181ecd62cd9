import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment, StrategyOf } from '#experiment/experiment.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { chain, gameOf } from '../setups.ts';

const problem = gameOf(12, 2, 10, 8);
const tree = (change: Partial<StrategyOf<'tree-of-thoughts'>>): Experiment => ({
  ...defaultExperiment('countdown', 'tree-of-thoughts'),
  problem,
  strategy: { ...defaultStrategy('tree-of-thoughts'), ...change },
  seed: 1,
});

/** Tree of thoughts (Yao 2023, arXiv 2305.10601): level by level, and with a way back. */
export const treeOfThoughtsChapter = {
  pages: [
    {
      id: 'chain',
      setups: { chain: chain(problem) },
      task: { kind: 'run', setup: 'chain' },
      facts: ['answer'],
      claims: { chain: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'narrow',
      setups: { narrow: tree({ breadth: 1 }) },
      task: { kind: 'run', setup: 'narrow' },
      guess: { options: ['right', 'wrong'], right: 'wrong' },
      facts: ['nodes', 'traces'],
      claims: {
        narrow: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'right', is: 0 },
        ],
      },
    },
    {
      id: 'wide',
      setups: { narrow: tree({ breadth: 1 }), wide: tree({ breadth: 5 }) },
      task: { kind: 'run', setup: 'wide' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'nodes', 'right', 'traces'],
      claims: { wide: [{ fact: 'outcome', is: 'right' }] },
      formula: 'breadth',
      code: 'tree-of-thoughts/tree-of-thoughts.ts',
      source: sources.yao,
    },
    {
      id: 'pruned',
      task: { kind: 'select', target: { kind: 'node', which: 'pruned' } },
    },
    {
      id: 'back',
      setups: { back: tree({ search: 'dfs' }) },
      task: { kind: 'run', setup: 'back' },
      facts: ['answer', 'nodes', 'tokens'],
      claims: { back: [{ fact: 'outcome', is: 'right' }] },
    },
    {
      id: 'turning',
      task: { kind: 'step', target: { kind: 'event', type: 'backtracked' } },
      readOn: { area: 'lab', within: 'search-beats-chain' },
    },
  ],
} as const satisfies Chapter;
