import { presetExperiments } from '#experiment/presets.ts';
import type { Chapter } from '../chapter.ts';
import { best, chain, gameOf, sum, sumPrm, vote, waiting } from '../setups.ts';

const first = presetExperiments['vote-of-8'];
const lost = sum([76, 4], [88, 6]);
const hard = gameOf(8, 8, 10, 12);

/** From one try to a curve, each page with one control and one guess. */
export const firstStoryChapter = {
  pages: [
    {
      id: 'one',
      setups: { one: { ...first, strategy: { kind: 'self-consistency', samples: 1, effort: 'low' } } },
      task: { kind: 'run', setup: 'one' },
      guess: { options: ['right', 'wrong'], right: 'wrong' },
      facts: ['answer'],
      claims: { one: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'vote',
      setups: {
        one: { ...first, strategy: { kind: 'self-consistency', samples: 1, effort: 'low' } },
        eight: first,
      },
      task: { kind: 'run', setup: 'eight' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'votes', 'voters', 'first'],
      claims: {
        eight: [
          { fact: 'outcome', is: 'right' },
          { fact: 'firstOutcome', is: 'wrong' },
          { fact: 'votes', above: 'secondVotes' },
        ],
      },
    },
    {
      id: 'lost',
      setups: { vote: vote(lost, 8) },
      task: { kind: 'run', setup: 'vote' },
      guess: { options: ['right', 'wrong'], right: 'wrong' },
      facts: ['answer', 'votes', 'voters', 'right'],
      claims: {
        vote: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'right', atLeast: 1 },
        ],
      },
    },
    {
      id: 'verifier',
      setups: { vote: vote(lost, 8), best: best(lost, 8, sumPrm) },
      task: { kind: 'run', setup: 'best' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'score', 'bestWrong'],
      claims: {
        best: [
          { fact: 'outcome', is: 'right' },
          { fact: 'score', above: 'bestWrong' },
        ],
      },
    },
    {
      id: 'search',
      setups: { chain: chain(hard), search: presetExperiments['beam-search'] },
      task: { kind: 'run', setup: 'search' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'nodes', 'traces', 'right'],
      claims: {
        chain: [{ fact: 'outcome', is: 'wrong' }],
        search: [
          { fact: 'outcome', is: 'right' },
          { fact: 'right', atMost: 10 },
        ],
      },
    },
    {
      id: 'wait',
      setups: {
        none: waiting(sum([79, 5]), 'arithmetic-journey', 0),
        two: waiting(sum([79, 5]), 'arithmetic-journey', 2),
      },
      task: { kind: 'run', setup: 'two' },
      guess: { options: ['same', 'mends', 'spoils'], right: 'mends' },
      facts: ['before', 'after'],
      claims: {
        none: [{ fact: 'outcome', is: 'wrong' }],
        two: [{ fact: 'outcome', is: 'right' }],
      },
    },
    {
      id: 'curve',
      task: { kind: 'read' },
      guess: { options: ['vote', 'judge'], right: 'judge' },
      widget: 'sweep',
      about: 'accuracy-against-n',
    },
  ],
} as const satisfies Chapter;
