import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { sum, waiting } from '../setups.ts';

const problem = sum([79, 5]);
const journey = (waits: number) => waiting(problem, 'arithmetic-journey', waits);
const shortcut = (waits: number) => waiting(problem, 'arithmetic-shortcut', waits);

/** Budget forcing (s1, Muennighoff 2025, arXiv 2501.19393), and a model to which "Wait" means nothing. */
export const budgetForcingChapter = {
  pages: [
    {
      id: 'stops',
      setups: { none: journey(0) },
      task: { kind: 'run', setup: 'none' },
      facts: ['answer', 'thought'],
      claims: { none: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'wait',
      setups: { none: journey(0), two: journey(2) },
      task: { kind: 'run', setup: 'two' },
      guess: { options: ['same', 'mends'], right: 'mends' },
      facts: ['before', 'after', 'thought'],
      claims: {
        two: [
          { fact: 'outcome', is: 'right' },
          { fact: 'waits', is: 2 },
        ],
      },
      formula: 'budget-forcing',
      code: 'budget-forcing.ts',
      source: sources.muennighoff,
    },
    {
      id: 'look',
      task: { kind: 'step', target: { kind: 'event', type: 'wait-forced' } },
    },
    {
      id: 'garbage',
      setups: { none: shortcut(0), one: shortcut(1) },
      task: { kind: 'run', setup: 'one' },
      guess: { options: ['mends', 'same', 'spoils'], right: 'spoils' },
      facts: ['before', 'after'],
      claims: {
        none: [{ fact: 'outcome', is: 'right' }],
        one: [{ fact: 'outcome', is: 'wrong' }],
      },
    },
    {
      id: 'measured',
      task: { kind: 'read' },
      widget: 'measured',
      about: 'waiting-after-journeys',
      verdict: 'shown',
      readOn: { area: 'lab', within: 'waiting-after-shortcuts' },
    },
  ],
} as const satisfies Chapter;
