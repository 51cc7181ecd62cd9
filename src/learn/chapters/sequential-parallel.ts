import { defaultStrategy } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { answeredBy } from '../asked.ts';
import { gameOf, sum } from '../setups.ts';

const wide = (model: string, problem: Problem) =>
  answeredBy(model, problem, { kind: 'self-consistency', samples: 4, effort: 'low' });
/** 200 tokens of thought leave room for the problem and its answer. */
const long = (model: string, problem: Problem) =>
  answeredBy(model, problem, {
    ...defaultStrategy('budget-forcing'),
    effort: 'low',
    waits: 4,
    thinkingTokens: 200,
  });
const checked = sum([13, 6], [66, 9]);
const unchecked = sum([61, 7], [89, 3]);

/** Sequential against parallel test-time compute (Snell 2024, arXiv 2408.03314, section 6). */
export const sequentialParallel = {
  pages: [
    {
      id: 'wide',
      setups: { wide: wide('arithmetic-journey', checked) },
      task: { kind: 'run', setup: 'wide' },
      facts: ['answer', 'spent', 'votes', 'voters'],
      claims: { wide: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'long',
      source: sources.muennighoff,
      setups: {
        wide: wide('arithmetic-journey', checked),
        long: long('arithmetic-journey', checked),
      },
      task: { kind: 'beside' },
      guess: { options: ['wide', 'long'], right: 'long' },
      facts: ['answer', 'spent'],
      claims: {
        wide: [{ fact: 'outcome', is: 'wrong' }],
        long: [
          { fact: 'outcome', is: 'right' },
          { fact: 'waits', is: 4 },
        ],
      },
      readOn: { area: 'lab', within: 'waiting-after-journeys' },
    },
    {
      id: 'other',
      setups: {
        wide: wide('arithmetic-shortcut', unchecked),
        long: long('arithmetic-shortcut', unchecked),
      },
      task: { kind: 'beside' },
      guess: { options: ['wide', 'long'], right: 'wide' },
      facts: ['answer', 'spent'],
      claims: {
        wide: [{ fact: 'outcome', is: 'right' }],
        long: [{ fact: 'outcome', is: 'wrong' }],
      },
      readOn: { area: 'lab', within: 'waiting-after-shortcuts' },
    },
    {
      id: 'both',
      source: sources.snell,
      setups: {
        both: answeredBy('countdown-journey', gameOf(9, 6, 12, 13), {
          ...defaultStrategy('revision'),
          parallel: 4,
          rounds: 3,
        }),
      },
      task: { kind: 'run', setup: 'both' },
      facts: ['spent', 'traces'],
      claims: {
        both: [
          { fact: 'outcome', is: 'right' },
          { fact: 'traces', is: 12 },
        ],
      },
      formula: 'attempts',
      code: 'revision.ts',
      readOn: { area: 'lab', within: 'sweeps' },
    },
    {
      id: 'table',
      task: { kind: 'read' },
      guess: { options: ['wide', 'long', 'even'], right: 'even' },
      widget: 'measured',
      about: 'in-a-row',
      verdict: 'unclear',
      source: sources.snell,
      readOn: { area: 'lab', within: 'in-a-row' },
    },
  ],
} as const satisfies Chapter;
