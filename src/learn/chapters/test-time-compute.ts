import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { chain, atOnce, sum, vote } from '../setups.ts';

const problem = sum([73, 6], [-58, 6]);
const easy = sum([46, 8]);

/** Spending more when a question is asked: thinking, many samples, search (Snell 2024, arXiv 2408.03314). */
export const testTimeComputeChapter = {
  pages: [
    {
      id: 'at-once',
      setups: { direct: atOnce(easy) },
      task: { kind: 'run', setup: 'direct' },
      guess: { options: ['right', 'wrong'], right: 'wrong' },
      facts: ['answer', 'tokens'],
      claims: {
        direct: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'tokens', atMost: 8 },
        ],
      },
    },
    {
      id: 'longer',
      setups: { direct: atOnce(easy), chain: chain(easy) },
      task: { kind: 'run', setup: 'chain' },
      facts: ['answer', 'tokens'],
      claims: {
        chain: [
          { fact: 'outcome', is: 'right' },
          { fact: 'tokens', atLeast: 15 },
        ],
      },
    },
    {
      id: 'wider',
      setups: { chain: chain(problem), vote: vote(problem, 8, 8) },
      task: { kind: 'run', setup: 'vote' },
      facts: ['tokens', 'traces', 'votes'],
      claims: {
        chain: [{ fact: 'outcome', is: 'wrong' }],
        vote: [{ fact: 'outcome', is: 'right' }],
      },
    },
    {
      id: 'instead',
      task: { kind: 'read' },
      guess: { options: ['large', 'small'], right: 'small' },
      widget: 'measured',
      about: 'small-with-search',
      verdict: 'shown',
      readOn: { area: 'lab', within: 'small-with-search' },
      source: sources.snell,
    },
  ],
} as const satisfies Chapter;
