import { defaultStrategy } from '#experiment/defaults.ts';
import { papers } from '../papers.ts';
import type { Question } from './question.ts';
import {
  besideStrategy,
  judgedBest,
  byModels,
  chainOf,
  askedGame,
  hotly,
  measuredClaim,
  runIt,
  askedSum,
  warmly,
  withGame,
  withSum,
} from './setups.ts';

const product = askedSum(['+', 46, 8]);
/** One way in whole numbers leads to 24. */
const hard = askedGame(8, 8, 10, 12);

/** What everybody is asked. */
export const firstQuestions = [
  {
    id: 'chain-of-thought',
    sources: [
      { source: papers.wei, at: ['section', '2'] },
      { source: papers.kojima, at: ['section', '3'] },
    ],
    shows: {
      together: besideStrategy(withSum(product, { strategy: chainOf('low') }), 'direct'),
      many: measuredClaim('thinking-helps'),
    },
  },
  {
    id: 'self-consistency',
    sources: [
      { source: papers.wangVote, at: ['section', '2'] },
      { source: papers.wangVote, at: ['section', '3.1'] },
    ],
    shows: {
      vote: runIt(
        withSum(askedSum(['+', 73, 6], ['-', 58, 6]), {
          strategy: { kind: 'self-consistency', samples: 8, effort: 'low' },
          sampling: warmly,
          seed: 8,
        }),
      ),
      temperature: {
        kind: 'sweep',
        family: 'arithmetic',
        problems: 50,
        arms: [0.3, 0.7, 1, 1.5].map((temperature) => ({
          model: 'arithmetic',
          strategy: { kind: 'self-consistency', samples: 16, effort: 'low' },
          sampling: { ...warmly, temperature },
        })),
      },
      many: measuredClaim('voting-helps'),
    },
  },
  {
    id: 'tree-of-thoughts',
    sources: [
      { source: papers.yao, at: ['section', '3'] },
      { source: papers.yao, at: ['table', '2'] },
    ],
    shows: {
      together: besideStrategy(withGame(hard, { strategy: chainOf('low') }), 'tree-of-thoughts'),
      many: measuredClaim('search-beats-chain'),
    },
  },
  {
    id: 'outcome-or-process',
    sources: [{ source: papers.lightman }, { source: papers.cobbe, at: ['section', '4.2'] }],
    shows: {
      strips: runIt(
        withSum(askedSum(['+', 36, 8], ['+', 29, 9]), {
          model: 'arithmetic-sft',
          strategy: judgedBest(16, {
            verifier: { kind: 'process', model: 'arithmetic-prm' },
            aggregation: 'min',
          }),
          sampling: warmly,
        }),
      ),
      many: measuredClaim('process-outcome-vote'),
    },
  },
  {
    id: 'best-of-n',
    sources: [{ source: papers.cobbe, at: ['section', '5.1'] }, { source: papers.gao }],
    shows: {
      curve: {
        kind: 'sweep',
        family: 'countdown',
        problems: 50,
        arms: [
          {
            model: 'countdown',
            strategy: judgedBest(64, { verifier: { kind: 'process' } }),
            sampling: hotly,
          },
          {
            model: 'countdown',
            strategy: judgedBest(64, { verifier: { kind: 'process', model: 'countdown-prm' } }),
            sampling: hotly,
          },
        ],
      },
      many: measuredClaim('search-needs-verifier'),
    },
  },
  {
    id: 'reasoning-tokens',
    sources: [
      { source: papers.deepseekR1, at: ['table', '1'] },
      { source: papers.muennighoff, at: ['section', '3.1'] },
    ],
    shows: {
      meter: runIt(withGame(askedGame(12, 2, 10, 8), { model: 'countdown-rl', strategy: chainOf('high') })),
    },
  },
  {
    id: 'grpo-or-ppo',
    sources: [
      { source: papers.deepseekMath, at: ['section', '4.1.1'] },
      { source: papers.schulman, at: ['equation', '7'] },
    ],
    shows: { lens: { kind: 'lens', lens: 'grpo' } },
  },
  {
    id: 'aha-moment',
    sources: [{ source: papers.deepseekR1, at: ['figure', '3'] }, { source: papers.liu }],
    shows: {
      together: byModels(
        withGame(askedGame(12, 2, 10, 8), { strategy: chainOf('high') }),
        'countdown-journey',
        'countdown-rl',
      ),
      many: measuredClaim('reward-lengthens'),
    },
  },
  {
    id: 'distillation',
    sources: [{ source: papers.deepseekR1, at: ['table', '6'] }],
    shows: {
      together: byModels(
        withSum(askedSum(['+', 33, 6]), { strategy: chainOf('high') }),
        'arithmetic-small-rl',
        'arithmetic-small-distilled',
      ),
      many: measuredClaim('distillation'),
    },
  },
  {
    id: 'compute-or-parameters',
    sources: [{ source: papers.snell, at: ['section', '7'] }],
    shows: {
      many: measuredClaim('small-with-search'),
      hopeless: measuredClaim('voting-on-larger-numbers'),
      one: runIt(
        withGame(askedGame(9, 8, 4, 7), {
          model: 'countdown-small',
          strategy: { ...defaultStrategy('best-of-n'), samples: 14 },
          sampling: warmly,
        }),
      ),
    },
  },
] as const satisfies readonly Question[];
