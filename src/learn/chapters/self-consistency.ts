import { presetExperiments } from '#experiment/presets.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';

const { problem, model, seed } = presetExperiments['vote-of-8'];
const one = { ...defaultExperiment('arithmetic', 'self-consistency'), problem, model, seed };
const samples = (count: number) => ({
  ...one,
  strategy: { kind: 'self-consistency', samples: count, effort: 'low' } as const,
});
const hot = { ...samples(8), sampling: { ...samples(8).sampling, temperature: 1.6 } };

/** Self-consistency (Wang 2022, arXiv 2203.11171): one chain, then a vote, and when voting is of no use. */
export const selfConsistencyChapter = {
  pages: [
    {
      id: 'one',
      setups: { one: samples(1) },
      task: { kind: 'run', setup: 'one' },
      facts: ['answer'],
      claims: { one: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'vote',
      setups: { one: samples(1), eight: samples(8) },
      task: { kind: 'run', setup: 'eight' },
      guess: { options: ['same', 'right'], right: 'right' },
      facts: ['answer', 'votes', 'voters', 'second', 'secondVotes'],
      claims: {
        eight: [
          { fact: 'outcome', is: 'right' },
          { fact: 'firstOutcome', is: 'wrong' },
          { fact: 'votes', above: 'secondVotes' },
        ],
      },
    },
    {
      id: 'formula',
      task: { kind: 'look', picture: 'votes' },
      facts: ['answer', 'votes', 'voters', 'answers'],
      claims: { run: [{ fact: 'answers', atLeast: 2 }] },
      formula: 'vote',
      code: 'self-consistency.ts',
      source: sources.wangVote,
    },
    {
      id: 'slips',
      task: { kind: 'select', target: { kind: 'trace', which: 'wrong' } },
      facts: ['wrong', 'traces', 'second'],
      claims: {
        run: [
          { fact: 'wrong', atLeast: 2 },
          { fact: 'answers', is: 2 },
        ],
      },
    },
    {
      id: 'hot',
      setups: { usual: samples(8), hot },
      task: { kind: 'run', setup: 'hot' },
      guess: { options: ['better', 'worse'], right: 'worse' },
      facts: ['answers', 'voters', 'right', 'traces'],
      claims: { hot: [{ fact: 'right', atMost: 3 }] },
      readOn: { area: 'lab', within: 'voting-helps' },
    },
  ],
} as const satisfies Chapter;
