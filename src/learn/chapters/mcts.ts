import { presetExperiments } from '#experiment/presets.ts';
import { defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment, StrategyOf } from '#experiment/experiment.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';

const mcts = (change: Partial<StrategyOf<'mcts'>>): Experiment => ({
  ...presetExperiments['tree-search'],
  strategy: { ...defaultStrategy('mcts'), parallel: 1, ...change },
});

/** Monte-Carlo tree search with PUCT (Silver 2017, arXiv 1712.01815). */
export const mctsChapter = {
  pages: [
    {
      id: 'greedy',
      setups: { greedy: mcts({ exploration: 0 }) },
      task: { kind: 'run', setup: 'greedy' },
      facts: ['simulations', 'nodes', 'traces'],
      claims: {
        greedy: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'right', is: 0 },
        ],
      },
    },
    {
      id: 'explore',
      setups: { greedy: mcts({ exploration: 0 }), curious: mcts({}) },
      task: { kind: 'run', setup: 'curious' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'nodes', 'simulations'],
      claims: { curious: [{ fact: 'outcome', is: 'right' }] },
      code: 'mcts/mcts.ts',
      source: sources.silver,
    },
    {
      id: 'puct',
      task: { kind: 'step', target: { kind: 'selection' } },
      formula: 'puct',
      widget: 'puct',
    },
    {
      id: 'backup',
      task: { kind: 'step', target: { kind: 'event', type: 'backed-up' } },
      formula: 'backup',
    },
    {
      id: 'few',
      setups: { few: mcts({ simulations: 4 }), more: mcts({ simulations: 8 }) },
      task: { kind: 'run', setup: 'more' },
      facts: ['answer', 'simulations', 'tokens'],
      claims: { few: [{ fact: 'right', is: 0 }], more: [{ fact: 'outcome', is: 'right' }] },
    },
    {
      id: 'measured',
      task: { kind: 'read' },
      widget: 'measured',
      about: 'mcts-beats-beam',
      verdict: 'shown',
      readOn: { area: 'lab', within: 'mcts-beats-beam' },
    },
  ],
} as const satisfies Chapter;
