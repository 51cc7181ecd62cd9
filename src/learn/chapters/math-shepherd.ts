import { defaultStrategy } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { answeredBy } from '../asked.ts';
import { gameOf } from '../setups.ts';

const game = gameOf(7, 3, 12, 3);
/** Eight rollouts a step, as in the paper; the weakest step decides. */
const byRollouts = (problem: Problem) =>
  answeredBy('countdown', problem, {
    ...defaultStrategy('best-of-n'),
    samples: 16,
    verifier: { kind: 'rollouts', rollouts: 8, estimate: 'soft' },
    aggregation: 'min',
  });

/** Labels for steps without people (Math-Shepherd, Wang 2023, arXiv 2312.08935, section 3.3). */
export const mathShepherd = {
  pages: [
    {
      id: 'lost',
      setups: {
        vote: answeredBy('countdown', game, { kind: 'self-consistency', samples: 16, effort: 'low' }),
      },
      task: { kind: 'run', setup: 'vote' },
      facts: ['right', 'traces'],
      claims: {
        vote: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'right', is: 1 },
        ],
      },
    },
    {
      id: 'rollouts',
      source: sources.wangMath,
      setups: { rollouts: byRollouts(game) },
      task: { kind: 'run', setup: 'rollouts' },
      facts: ['answer', 'bestRight', 'bestWrong', 'spent'],
      claims: {
        rollouts: [
          { fact: 'outcome', is: 'right' },
          { fact: 'bestWrong', is: 0 },
          { fact: 'bestRight', atLeast: 0.1 },
        ],
      },
    },
    {
      id: 'label',
      task: { kind: 'look', picture: 'scores' },
      facts: ['wrong', 'slipsSeen'],
      claims: { run: [{ fact: 'slipsSeen', atLeast: 3 }] },
      formula: 'rollout-labels',
      readOn: { area: 'lab', within: 'lens/shepherd' },
    },
    {
      id: 'assumes',
      setups: { rollouts: byRollouts(gameOf(3, 5, 13, 4)) },
      task: { kind: 'run', setup: 'rollouts' },
      guess: { options: ['found', 'missed'], right: 'missed' },
      facts: ['right', 'bestRight'],
      claims: {
        rollouts: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'right', is: 1 },
          { fact: 'bestRight', is: 0 },
        ],
      },
      readOn: { area: 'lab', within: 'rollout-verifier' },
    },
  ],
} as const satisfies Chapter;
