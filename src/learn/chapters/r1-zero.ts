import type { Chapter } from '../chapter.ts';
import { chainOn } from '../asked.ts';
import { gameOf, sum } from '../setups.ts';
import { papers } from '../papers.ts';

const problem = sum([89, 4], [62, 4]);
const game = gameOf(9, 6, 12, 13);

/** Reward alone (DeepSeek-R1-Zero, arXiv 2501.12948): the base, the model after reinforcement learning, and the curve between. */
export const r1Zero = {
  pages: [
    {
      id: 'base',
      setups: { base: chainOn('arithmetic-base', problem) },
      task: { kind: 'run', setup: 'base' },
      facts: ['answer', 'spent'],
      claims: {
        base: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'thought', is: 0 },
        ],
      },
    },
    {
      id: 'after',
      source: papers.deepseekR1,
      setups: { base: chainOn('arithmetic-base', problem), zero: chainOn('arithmetic-zero', problem) },
      task: { kind: 'beside' },
      guess: { options: ['copy', 'think'], right: 'think' },
      facts: ['answer', 'spent'],
      claims: {
        base: [{ fact: 'outcome', is: 'wrong' }],
        zero: [
          { fact: 'outcome', is: 'right' },
          { fact: 'thought', atLeast: 50 },
        ],
      },
    },
    {
      id: 'curve',
      source: papers.deepseekR1,
      task: { kind: 'read' },
      widget: 'curve',
      about: 'arithmetic-zero',
      readOn: { area: 'lab', within: 'training' },
    },
    {
      id: 'wait',
      setups: { journey: chainOn('countdown-journey', game), rl: chainOn('countdown-rl', game) },
      task: { kind: 'beside' },
      facts: ['said', 'spent'],
      claims: {
        journey: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'said', is: 0 },
        ],
        rl: [
          { fact: 'outcome', is: 'right' },
          { fact: 'said', is: 3 },
        ],
      },
      readOn: { area: 'lab', within: 'reward-lengthens' },
    },
    {
      id: 'measured',
      task: { kind: 'read' },
      verdict: 'shown',
      widget: 'measured',
      about: 'reward-alone',
      readOn: { area: 'lab', within: 'reward-alone' },
    },
  ],
} as const satisfies Chapter;
