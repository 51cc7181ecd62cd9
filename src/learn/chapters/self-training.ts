import type { Chapter } from '../chapter.ts';
import { chainOn, groupOn } from '../asked.ts';
import { sum } from '../setups.ts';
import { papers } from '../papers.ts';

const problem = sum([89, 4], [62, 4]);

/** What to imitate: journeys or shortcuts (Qin 2024, arXiv 2410.18982), and one's own right traces (STaR, Zelikman 2022, arXiv 2203.14465). */
export const selfTraining = {
  pages: [
    {
      id: 'journey',
      source: papers.qin,
      setups: {
        shortcut: chainOn('arithmetic-shortcut', problem),
        journey: chainOn('arithmetic-journey', problem),
      },
      task: { kind: 'beside' },
      guess: { options: ['shortcut', 'journey'], right: 'journey' },
      facts: ['answer', 'said'],
      claims: {
        shortcut: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'said', is: 0 },
        ],
        journey: [
          { fact: 'outcome', is: 'right' },
          { fact: 'said', is: 3 },
        ],
      },
      readOn: { area: 'lab', within: 'detours' },
    },
    {
      id: 'star',
      source: papers.zelikman,
      setups: { group: groupOn('arithmetic-base', sum([95, 5])) },
      task: { kind: 'run', setup: 'group' },
      facts: ['right', 'traces'],
      claims: { group: [{ fact: 'right', is: 2 }] },
      formula: 'star',
    },
    {
      id: 'luck',
      task: { kind: 'select', target: { kind: 'trace', which: 'right' } },
      facts: ['right', 'rightThinkers'],
      claims: { run: [{ fact: 'rightThinkers', is: 1 }] },
    },
    {
      id: 'rounds',
      source: papers.guan,
      task: { kind: 'read' },
      widget: 'curve',
      about: 'arithmetic-evolved',
    },
    {
      id: 'evolved',
      setups: { base: chainOn('arithmetic-base', problem), evolved: chainOn('arithmetic-evolved', problem) },
      task: { kind: 'beside' },
      facts: ['answer', 'spent'],
      claims: {
        base: [{ fact: 'outcome', is: 'wrong' }],
        evolved: [{ fact: 'outcome', is: 'right' }],
      },
      verdict: 'shown',
      widget: 'measured',
      about: 'self-evolution',
      readOn: { area: 'lab', within: 'self-evolution' },
    },
  ],
} as const satisfies Chapter;
