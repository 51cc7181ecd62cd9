import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';
import { chain, atOnce, gameOf, riddle, sum } from '../setups.ts';

const problem = gameOf(4, 9, 10, 13);
const shells = riddle(
  'Gus has 29 shells. Ida has 5 more shells than Gus. Ann has half as many shells as Ida. How many more shells does Gus have than Ann?',
);
const fewShot = { ...chain(shells), strategy: { kind: 'few-shot', shots: 8 } } as const;
const product = sum([61, 3]);
const longer = sum([46, 8]);
const base = { model: 'arithmetic-base' } as const;

/** Chain of thought: not at all, unasked, from examples, by training (Wei 2022, arXiv 2201.11903; Kojima 2022, arXiv 2205.11916). */
export const chainOfThoughtChapter = {
  pages: [
    {
      id: 'direct',
      setups: { direct: atOnce(problem) },
      task: { kind: 'run', setup: 'direct' },
      facts: ['answer', 'tokens'],
      claims: { direct: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'thinking',
      setups: { direct: atOnce(problem), chain: chain(problem) },
      task: { kind: 'run', setup: 'chain' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'thought'],
      claims: {
        chain: [
          { fact: 'outcome', is: 'right' },
          { fact: 'thought', atLeast: 10 },
        ],
      },
      formula: 'chain',
      code: 'chain-of-thought.ts',
      source: sources.wei,
    },
    {
      id: 'examples',
      setups: { zero: chain(shells), few: fewShot },
      task: { kind: 'run', setup: 'few' },
      facts: ['answer'],
      claims: {
        zero: [{ fact: 'outcome', is: 'wrong' }],
        few: [{ fact: 'outcome', is: 'right' }],
      },
      source: sources.wei,
    },
    {
      id: 'weak',
      setups: { direct: { ...atOnce(product), ...base }, chain: { ...chain(product), ...base } },
      task: { kind: 'run', setup: 'chain' },
      guess: { options: ['right', 'wrong'], right: 'wrong' },
      facts: ['answer', 'thought'],
      claims: {
        direct: [{ fact: 'outcome', is: 'right' }],
        chain: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'thought', is: 0 },
        ],
      },
    },
    {
      id: 'often',
      task: { kind: 'read' },
      guess: { options: ['worse', 'same', 'better'], right: 'same' },
      widget: 'measured',
      about: 'thinking-when-weak',
      verdict: 'unclear',
      source: sources.wei,
      readOn: { area: 'lab', within: 'thinking-when-weak' },
    },
    {
      id: 'trained',
      setups: {
        base: { ...chain(longer), ...base },
        taught: { ...chain(longer), model: 'arithmetic-sft' },
      },
      task: { kind: 'run', setup: 'taught' },
      facts: ['answer', 'thought'],
      claims: {
        base: [{ fact: 'outcome', is: 'wrong' }],
        taught: [
          { fact: 'outcome', is: 'right' },
          { fact: 'thought', atLeast: 5 },
        ],
      },
    },
    {
      id: 'measured',
      task: { kind: 'read' },
      widget: 'measured',
      about: 'thinking-helps',
      verdict: 'shown',
      readOn: { area: 'lab', within: 'thinking-helps' },
    },
  ],
} as const satisfies Chapter;
