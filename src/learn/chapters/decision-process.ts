import { presetExperiments } from '#experiment/presets.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';

const search = presetExperiments['tree-search'];

/** Reasoning as a Markov decision process: the words, on the nodes of a search. */
export const decisionProcess = {
  pages: [
    {
      id: 'words',
      source: sources.feng,
      setups: { search },
      task: { kind: 'run', setup: 'search' },
      facts: ['nodes', 'traces'],
      claims: { search: [{ fact: 'outcome', is: 'right' }] },
    },
    {
      id: 'state',
      task: { kind: 'select', target: { kind: 'node', which: 'way' } },
      widget: 'decision',
      claims: { run: [{ fact: 'nodes', atLeast: 8 }] },
    },
    {
      id: 'reward',
      task: { kind: 'select', target: { kind: 'node', which: 'end' } },
      widget: 'decision',
    },
    {
      id: 'value',
      source: sources.silver,
      task: { kind: 'step', target: { kind: 'event', type: 'backed-up' } },
      formula: 'state-value',
      code: 'mcts/mcts.ts',
    },
    {
      id: 'map',
      task: { kind: 'read' },
      readOn: { area: 'lab', within: 'search-beats-chain' },
    },
  ],
} as const satisfies Chapter;
