import { presetExperiments } from '#experiment/presets.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { best, sum, sumPrm, vote } from '../setups.ts';

const problem = sum([76, 4], [88, 6]);

/** The parts of every strategy: a policy that writes, a verifier that scores, an aggregator that decides. */
export const threePartsChapter = {
  pages: [
    {
      id: 'policy',
      setups: { policy: vote(problem, 8) },
      task: { kind: 'run', setup: 'policy' },
      facts: ['traces', 'right', 'answers'],
      claims: {
        policy: [
          { fact: 'right', atLeast: 1 },
          { fact: 'answers', atLeast: 2 },
        ],
      },
    },
    {
      id: 'aggregator',
      task: { kind: 'look', picture: 'votes' },
      facts: ['answer', 'votes', 'voters'],
      claims: { run: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'verifier',
      setups: { best: best(problem, 8, sumPrm) },
      task: { kind: 'run', setup: 'best' },
      guess: { options: ['vote', 'other'], right: 'other' },
      facts: ['answer', 'score', 'bestWrong'],
      claims: { best: [{ fact: 'outcome', is: 'right' }] },
      source: sources.lightman,
    },
    {
      id: 'both',
      setups: {
        best: best(problem, 8, sumPrm),
        weighted: best(problem, 8, sumPrm, { choose: 'weighted-vote' }),
      },
      task: { kind: 'run', setup: 'weighted' },
      facts: ['answer', 'right', 'wrong'],
      formula: 'weighted-vote',
      source: sources.li,
    },
    {
      id: 'search',
      setups: { search: presetExperiments['beam-search'] },
      task: { kind: 'run', setup: 'search' },
      facts: ['nodes', 'answer'],
      claims: { search: [{ fact: 'outcome', is: 'right' }] },
    },
  ],
} as const satisfies Chapter;
