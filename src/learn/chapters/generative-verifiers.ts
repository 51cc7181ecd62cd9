import { defaultStrategy } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { canonicalPuzzle } from '#experiment/puzzle/canonical.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { answeredBy } from '../asked.ts';

const puzzle = (text: string): Problem => ({ family: 'puzzle', text: canonicalPuzzle(text) });
const shells = puzzle(
  'Gus has 29 shells. Ida has 5 more shells than Gus. Ann has half as many shells as Ida. How many more shells does Gus have than Ann?',
);
const knights = puzzle(
  'Fay says Bob is a knight. Eva says Dan is a knave. Dan says Bob is a knight. Bob says Eva and Fay are the same. Bob says Eva is a knave. Who is a knight?',
);
const vote = (problem: Problem) =>
  answeredBy('puzzles', problem, { kind: 'self-consistency', samples: 16, effort: 'low' });
const asked = (problem: Problem) =>
  answeredBy('puzzles', problem, {
    ...defaultStrategy('best-of-n'),
    samples: 16,
    verifier: { kind: 'generative' },
    aggregation: 'min',
  });

/** Asking the model itself (generative verifiers, Zhang 2024, arXiv 2408.15240, section 3.1). */
export const generativeVerifiers = {
  pages: [
    {
      id: 'lost',
      setups: { vote: vote(shells) },
      task: { kind: 'run', setup: 'vote' },
      facts: ['answer', 'votes', 'voters', 'second', 'secondVotes'],
      claims: {
        vote: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'second', is: '12' },
        ],
      },
    },
    {
      id: 'asked',
      source: sources.zhang,
      setups: { asked: asked(shells) },
      task: { kind: 'run', setup: 'asked' },
      facts: ['answer', 'score', 'bestWrong'],
      claims: {
        asked: [
          { fact: 'outcome', is: 'right' },
          { fact: 'bestRight', above: 'bestWrong' },
        ],
      },
      formula: 'yes',
    },
    {
      id: 'step',
      task: { kind: 'look', picture: 'scores' },
      facts: ['bestRight', 'bestWrong'],
      claims: { run: [{ fact: 'bestWrong', atMost: 0.2 }] },
    },
    {
      id: 'fooled',
      setups: { vote: vote(knights), asked: asked(knights) },
      task: { kind: 'beside' },
      guess: { options: ['vote', 'asked'], right: 'vote' },
      facts: ['answer', 'right', 'traces'],
      claims: {
        vote: [
          { fact: 'outcome', is: 'right' },
          { fact: 'right', atLeast: 9 },
        ],
        asked: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'bestWrong', above: 'bestRight' },
        ],
      },
    },
    {
      id: 'measured',
      source: sources.zhang,
      task: { kind: 'read' },
      guess: { options: ['vote', 'asked'], right: 'vote' },
      verdict: 'opposite',
      widget: 'measured',
      about: 'generative-verifier',
      readOn: { area: 'lab', within: 'generative-verifier' },
    },
  ],
} as const satisfies Chapter;
