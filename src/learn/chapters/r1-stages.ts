import type { Chapter } from '../chapter.ts';
import { chainOn } from '../asked.ts';
import { sum } from '../setups.ts';
import { papers } from '../papers.ts';

const problem = sum([89, 4], [62, 4]);
const on = (model: string) => chainOn(model, problem);

/** R1's four stages (DeepSeek-R1, arXiv 2501.12948): what each is for. */
export const r1Stages = {
  pages: [
    {
      id: 'cold',
      source: papers.deepseekR1,
      setups: { sft: on('arithmetic-sft') },
      task: { kind: 'run', setup: 'sft' },
      facts: ['answer', 'said'],
      claims: {
        sft: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'said', is: 3 },
          { fact: 'saidFix', is: 0 },
        ],
      },
    },
    {
      id: 'reward',
      setups: { sft: on('arithmetic-sft'), r1: on('arithmetic-r1') },
      task: { kind: 'beside' },
      guess: { options: ['longer', 'shorter'], right: 'shorter' },
      facts: ['answer', 'spent', 'said'],
      claims: {
        sft: [{ fact: 'outcome', is: 'wrong' }],
        r1: [
          { fact: 'outcome', is: 'right' },
          { fact: 'said', is: 1 },
        ],
      },
      readOn: { area: 'lab', within: 'reward-after-sft' },
    },
    {
      id: 'form',
      source: papers.deepseekR1,
      setups: { low: chainOn('arithmetic-r1', problem, 'low'), high: chainOn('arithmetic-r1', problem) },
      task: { kind: 'beside' },
      facts: ['spent', 'said'],
      claims: { low: [{ fact: 'said', is: 0 }], high: [{ fact: 'said', is: 1 }] },
    },
    {
      id: 'all',
      setups: {
        base: on('arithmetic-base'),
        zero: on('arithmetic-zero'),
        sft: on('arithmetic-sft'),
        r1: on('arithmetic-r1'),
      },
      task: { kind: 'beside' },
      facts: ['spent'],
      claims: {
        base: [{ fact: 'outcome', is: 'wrong' }],
        zero: [{ fact: 'outcome', is: 'right' }],
        sft: [{ fact: 'outcome', is: 'wrong' }],
        r1: [{ fact: 'outcome', is: 'right' }],
      },
    },
    {
      id: 'measured',
      task: { kind: 'read' },
      verdict: 'shown',
      widget: 'measured',
      about: 'reward-after-sft',
      readOn: { area: 'lab', within: 'reward-after-sft' },
    },
  ],
} as const satisfies Chapter;
