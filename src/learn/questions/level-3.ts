import { defaultExperiment, defaultSampling, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { papers } from '../papers.ts';
import type { Question } from './question.ts';
import {
  judgedBest,
  byModels,
  chainOf,
  askedGame,
  hotly,
  measuredClaim,
  runIt,
  askedSum,
  waitsOf,
  warmly,
  withGame,
  withSum,
} from './setups.ts';

const adaptive = (seed: number): Experiment => ({
  ...defaultExperiment('countdown', 'compute-optimal'),
  problem: askedGame(2, 6, 4, 7),
  seed,
});

/** Twelve attempts, split otherwise each time. */
const twelve = [
  [12, 1],
  [6, 2],
  [4, 3],
  [2, 6],
] as const;

/** What laboratories discuss. */
export const thirdQuestions = [
  {
    id: 'grpo-efficiency',
    sources: [
      { source: papers.deepseekMath, at: ['section', '4.1.2'] },
      { source: papers.yu, at: ['section', '3.2'] },
    ],
    shows: { lens: { kind: 'lens', lens: 'grpo' } },
  },
  {
    id: 'zero-or-instruct',
    sources: [
      { source: papers.deepseekR1, at: ['section', '2.2'] },
      { source: papers.ouyang },
      { source: papers.liu },
    ],
    shows: {
      together: byModels(
        withSum(askedSum(['+', 61, 3]), { strategy: chainOf('high') }),
        'arithmetic-base',
        'arithmetic-sft',
        'arithmetic-zero',
      ),
      many: measuredClaim('reward-alone'),
    },
  },
  {
    id: 'wait-beats-o1',
    sources: [{ source: papers.muennighoff, at: ['section', '4.2'] }],
    shows: {
      timeline: runIt(
        withGame(askedGame(12, 7, 2, 2), { model: 'countdown-journey', strategy: waitsOf(4, 'high') }),
      ),
      many: measuredClaim('waiting-in-the-game'),
    },
  },
  {
    id: 'sequential-or-parallel',
    sources: [{ source: papers.snell, at: ['section', '6'] }],
    shows: {
      grid: {
        kind: 'sweep',
        family: 'countdown',
        problems: 50,
        arms: ['countdown', 'countdown-journey'].flatMap((model) =>
          twelve.map(([parallel, rounds]) => ({
            model,
            strategy: { ...defaultStrategy('revision'), parallel, rounds },
            sampling: warmly,
          })),
        ),
      },
      one: runIt(
        withGame(askedGame(12, 7, 2, 2), {
          model: 'countdown-journey',
          strategy: { ...defaultStrategy('revision'), parallel: 2, rounds: 6 },
          sampling: warmly,
        }),
      ),
    },
  },
  {
    id: 'next-model',
    sources: [{ source: papers.snell, at: ['section', '3'] }, { source: papers.zhang }],
    shows: {
      easy: runIt(adaptive(1)),
      searched: runIt(adaptive(2)),
      many: {
        kind: 'sweep',
        family: 'countdown',
        problems: 50,
        arms: [
          {
            model: 'countdown',
            strategy: defaultStrategy('compute-optimal'),
            sampling: defaultSampling('compute-optimal'),
          },
          {
            model: 'countdown',
            strategy: judgedBest(64, { verifier: { kind: 'process' } }),
            sampling: hotly,
          },
          {
            model: 'countdown',
            strategy: { ...defaultStrategy('mcts'), simulations: 30 },
            sampling: defaultSampling('mcts'),
          },
        ],
      },
      generative: measuredClaim('generative-verifier'),
    },
  },
] as const satisfies readonly Question[];
