import type { Chapter } from '../chapter.ts';
import { groupOn } from '../asked.ts';
import { sum } from '../setups.ts';
import type { GrpoTargetId } from '../grpo-targets.ts';
import { papers } from '../papers.ts';

const base = 'arithmetic-base';

const lensAt = (grpo: GrpoTargetId) => ({ area: 'lab', within: `lens/grpo.${grpo}`, grpo }) as const;

/** From PPO (Schulman 2017, arXiv 1707.06347) to GRPO (Shao 2024, arXiv 2402.03300, sections 4.1.1 and 4.1.2). */
export const grpoLesson = {
  pages: [
    {
      id: 'baseline',
      source: papers.schulman,
      setups: { group: groupOn(base, sum([95, 5])) },
      task: { kind: 'run', setup: 'group' },
      facts: ['right', 'traces', 'meanReward'],
      claims: { group: [{ fact: 'right', is: 2 }] },
    },
    {
      id: 'advantage',
      source: papers.deepseekMath,
      task: { kind: 'select', target: { kind: 'trace', which: 'right' } },
      facts: ['worthRight', 'worthWrong'],
      claims: {
        run: [
          { fact: 'worthRight', atLeast: 2 },
          { fact: 'worthWrong', atMost: -0.2 },
        ],
      },
      formula: 'advantage',
      readOn: lensAt('undivided'),
    },
    {
      id: 'even',
      setups: { wrong: groupOn(base, sum([47, 6])), right: groupOn(base, sum([28, 3])) },
      task: { kind: 'beside' },
      guess: { options: ['wrong', 'right', 'neither'], right: 'neither' },
      facts: ['right', 'traces'],
      claims: { wrong: [{ fact: 'right', is: 0 }], right: [{ fact: 'wrong', is: 0 }] },
      formula: 'even',
      readOn: lensAt('even'),
    },
    {
      id: 'tokens',
      source: papers.deepseekMath,
      task: { kind: 'read' },
      formula: 'grpo',
      readOn: lensAt('far'),
    },
  ],
} as const satisfies Chapter;
