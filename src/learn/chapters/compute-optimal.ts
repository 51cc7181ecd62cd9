import { defaultStrategy } from '#experiment/defaults.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { answeredBy } from '../asked.ts';
import { gameOf, sum } from '../setups.ts';

const easy = sum([28, 3]);
const optimal = defaultStrategy('compute-optimal');
const onGame = (seed: number) => ({ ...answeredBy('countdown', gameOf(8, 1, 9, 3), optimal), seed });
/** Two products more than the model was trained on. */
const beyond = sum([65, 9], [-17, 6], [25, 4], [16, 9], [36, 8]);

/** Compute-optimal scaling (Snell 2024, arXiv 2408.03314, section 3): spend by how hard a problem is. */
export const computeOptimalLesson = {
  pages: [
    {
      id: 'waste',
      setups: {
        vote: answeredBy('arithmetic', easy, { kind: 'self-consistency', samples: 32, effort: 'low' }),
      },
      task: { kind: 'run', setup: 'vote' },
      facts: ['votes', 'voters', 'spent'],
      claims: {
        vote: [
          { fact: 'outcome', is: 'right' },
          { fact: 'answers', is: 1 },
        ],
      },
    },
    {
      id: 'probe',
      source: sources.snell,
      setups: { optimal: answeredBy('arithmetic', easy, optimal) },
      task: { kind: 'run', setup: 'optimal' },
      facts: ['spent', 'agreement', 'meanScore', 'ease'],
      claims: {
        optimal: [
          { fact: 'outcome', is: 'right' },
          { fact: 'difficulty', is: 'easy' },
          { fact: 'traces', is: 4 },
        ],
      },
      formula: 'ease',
      code: 'compute-optimal.ts',
    },
    {
      id: 'hard',
      setups: { optimal: answeredBy('countdown', gameOf(5, 13, 10, 12), optimal) },
      task: { kind: 'run', setup: 'optimal' },
      guess: { options: ['stop', 'search'], right: 'search' },
      facts: ['spent', 'ease', 'nodes'],
      claims: {
        optimal: [
          { fact: 'outcome', is: 'right' },
          { fact: 'difficulty', is: 'hard' },
        ],
      },
      formula: 'ease',
    },
    {
      id: 'luck',
      source: sources.snell,
      setups: { one: onGame(1), two: onGame(2) },
      task: { kind: 'beside' },
      facts: ['spent', 'ease'],
      claims: {
        one: [
          { fact: 'difficulty', is: 'hard' },
          { fact: 'outcome', is: 'right' },
        ],
        two: [
          { fact: 'difficulty', is: 'easy' },
          { fact: 'outcome', is: 'right' },
        ],
      },
    },
    {
      id: 'limit',
      setups: {
        vote: answeredBy('arithmetic', beyond, { kind: 'self-consistency', samples: 32, effort: 'low' }),
      },
      task: { kind: 'run', setup: 'vote' },
      guess: { options: ['helps', 'never'], right: 'never' },
      facts: ['right', 'traces', 'spent'],
      claims: { vote: [{ fact: 'right', is: 0 }] },
      readOn: { area: 'lab', within: 'small-with-search' },
    },
  ],
} as const satisfies Chapter;
