import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { best, gameOf, gamePrm, ownHead, sum, sumPrm, vote } from '../setups.ts';

const problem = sum([76, 4], [88, 6]);
const fooling = gameOf(9, 8, 4, 7);

/** Best-of-N, its verifiers, and what happens to an imperfect one (Cobbe 2021, Lightman 2023, Gao 2022). */
export const bestOfNChapter = {
  pages: [
    {
      id: 'lost',
      setups: { vote: vote(problem, 8) },
      task: { kind: 'run', setup: 'vote' },
      facts: ['answer', 'votes', 'voters', 'right'],
      claims: {
        vote: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'right', atLeast: 1 },
        ],
      },
    },
    {
      id: 'best',
      setups: { vote: vote(problem, 8), best: best(problem, 8, sumPrm) },
      task: { kind: 'run', setup: 'best' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'score', 'bestWrong'],
      claims: {
        best: [
          { fact: 'outcome', is: 'right' },
          { fact: 'score', above: 'bestWrong' },
        ],
      },
      formula: 'best-of-n',
      code: 'best-of-n.ts',
      source: sources.cobbe,
    },
    {
      id: 'steps',
      task: { kind: 'select', target: { kind: 'trace', which: 'wrong' } },
      facts: ['wrong', 'traces', 'bestWrong'],
      formula: 'aggregation',
      source: sources.lightman,
    },
    {
      id: 'kinds',
      task: { kind: 'read' },
      guess: { options: ['outcome', 'process'], right: 'process' },
      widget: 'measured',
      about: 'process-outcome-vote',
      verdict: 'shown',
      readOn: { area: 'lab', within: 'process-outcome-vote' },
    },
    {
      id: 'fooled',
      setups: { eight: best(fooling, 8, ownHead), many: best(fooling, 64, ownHead) },
      task: { kind: 'run', setup: 'many' },
      guess: { options: ['right', 'wrong'], right: 'wrong' },
      facts: ['answer', 'score', 'bestRight', 'traces'],
      claims: {
        eight: [{ fact: 'outcome', is: 'right' }],
        many: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'right', atLeast: 2 },
        ],
      },
    },
    {
      id: 'better-judge',
      setups: { own: best(fooling, 64, ownHead), prm: best(fooling, 64, gamePrm) },
      task: { kind: 'run', setup: 'prm' },
      facts: ['answer', 'score', 'bestWrong'],
      claims: { prm: [{ fact: 'outcome', is: 'right' }] },
      readOn: { area: 'lab', within: 'search-needs-verifier' },
    },
  ],
} as const satisfies Chapter;
