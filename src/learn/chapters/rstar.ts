import { defaultExperiment } from '#experiment/defaults.ts';
import { presetPuzzles } from '#experiment/preset-puzzles.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { gameOf, vote } from '../setups.ts';

const words = defaultExperiment('puzzle', 'rstar');
const problem = gameOf(6, 11, 4, 1);

/** rStar (Qi 2024, arXiv 2408.06195): five ways to go on, and a second sampling that confirms. */
export const rstarChapter = {
  pages: [
    {
      id: 'vote',
      setups: { vote: vote(problem, 16) },
      task: { kind: 'run', setup: 'vote' },
      facts: ['votes', 'voters', 'answers', 'right'],
      claims: {
        vote: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'votes', atMost: 3 },
        ],
      },
    },
    {
      id: 'search',
      setups: { rstar: { ...defaultExperiment('countdown', 'rstar'), problem, seed: 1 } },
      task: { kind: 'run', setup: 'rstar' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'nodes', 'tokens'],
      claims: { rstar: [{ fact: 'outcome', is: 'right' }] },
      code: 'rstar/rstar.ts',
      source: sources.qi,
    },
    {
      id: 'confirmed',
      task: { kind: 'select', target: { kind: 'node', which: 'way' } },
      facts: ['answer', 'traces'],
    },
    {
      id: 'actions',
      setups: {
        story: {
          ...words,
          problem: presetPuzzles.story,
          strategy: {
            ...words.strategy,
            ...(words.strategy.kind === 'rstar' ? { rollouts: 4, lastVotes: 8, checks: 1 } : {}),
          },
          seed: 1,
        },
      },
      task: { kind: 'run', setup: 'story' },
      facts: ['answer', 'nodes'],
      claims: { story: [{ fact: 'outcome', is: 'right' }] },
    },
  ],
} as const satisfies Chapter;
