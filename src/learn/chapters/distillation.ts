import type { Chapter } from '../chapter.ts';
import { chainOn, groupOn } from '../asked.ts';
import { sum } from '../setups.ts';
import { papers } from '../papers.ts';

const problem = sum([61, 7], [89, 3]);

/** Distillation against reinforcement learning at a small size (DeepSeek-R1, arXiv 2501.12948, table 6). */
export const distillationLesson = {
  pages: [
    {
      id: 'direct',
      setups: { direct: chainOn('arithmetic-small-rl', problem) },
      task: { kind: 'run', setup: 'direct' },
      facts: ['answer', 'spent'],
      claims: {
        direct: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'thought', is: 0 },
        ],
      },
    },
    {
      id: 'nothing',
      setups: { group: groupOn('arithmetic-small-rl', problem) },
      task: { kind: 'run', setup: 'group' },
      facts: ['right', 'traces'],
      claims: { group: [{ fact: 'right', is: 0 }] },
    },
    {
      id: 'teacher',
      source: papers.deepseekR1,
      setups: {
        teacher: chainOn('arithmetic-zero', problem),
        distilled: chainOn('arithmetic-small-distilled', problem),
        direct: chainOn('arithmetic-small-rl', problem),
      },
      task: { kind: 'beside' },
      guess: { options: ['direct', 'distilled'], right: 'distilled' },
      facts: ['answer', 'spent'],
      claims: {
        teacher: [{ fact: 'outcome', is: 'right' }],
        distilled: [
          { fact: 'outcome', is: 'right' },
          { fact: 'thought', atLeast: 50 },
        ],
        direct: [{ fact: 'outcome', is: 'wrong' }],
      },
    },
    {
      id: 'measured',
      source: papers.deepseekR1,
      task: { kind: 'read' },
      verdict: 'shown',
      widget: 'measured',
      about: 'distillation',
      readOn: { area: 'lab', within: 'distillation' },
    },
  ],
} as const satisfies Chapter;
