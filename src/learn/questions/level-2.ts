import { defaultSampling, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { papers } from '../papers.ts';
import type { Question } from './question.ts';
import {
  judgedBest,
  byModels,
  chainOf,
  askedGame,
  greedily,
  hotly,
  measuredClaim,
  runIt,
  askedSum,
  waitsOf,
  warmly,
  withGame,
  withSum,
} from './setups.ts';

/** A search that can be followed: one simulation after the other. */
const puctSearch = (exploration: number): Experiment =>
  withGame(askedGame(12, 10, 2, 3), {
    strategy: { ...defaultStrategy('mcts'), parallel: 1, exploration },
    sampling: defaultSampling('mcts'),
  });

/** 64 tries, among them right ones, and a slip that the judge likes better. */
const fooled = (verifier: 'process' | 'rule'): Experiment =>
  withGame(askedGame(9, 8, 4, 7), {
    strategy: judgedBest(64, { verifier: { kind: verifier } }),
    sampling: hotly,
  });

const labelled = (...numbers: readonly number[]): Experiment =>
  withGame(askedGame(...numbers), {
    strategy: judgedBest(8, { verifier: { kind: 'rollouts', rollouts: 8, estimate: 'soft' } }),
    sampling: warmly,
  });

/** For those who work on it. */
export const secondQuestions = [
  {
    id: 'grpo-advantage',
    sources: [
      { source: papers.deepseekMath, at: ['section', '4.1.2'] },
      { source: papers.yu, at: ['section', '3.2'] },
    ],
    shows: { lens: { kind: 'lens', lens: 'grpo' } },
  },
  {
    id: 'four-stages',
    sources: [{ source: papers.deepseekR1, at: ['section', '2.3'] }],
    shows: {
      together: byModels(
        withSum(askedSum(['+', 61, 3]), { strategy: chainOf('high') }),
        'arithmetic-base',
        'arithmetic-zero',
        'arithmetic-sft',
        'arithmetic-r1',
      ),
      many: measuredClaim('reward-after-sft'),
    },
  },
  {
    id: 'rule-reward',
    sources: [{ source: papers.deepseekR1, at: ['section', '2.2'] }, { source: papers.gao }],
    shows: { fooled: runIt(fooled('process')), rule: runIt(fooled('rule')) },
  },
  {
    id: 'why-wait-works',
    sources: [{ source: papers.muennighoff, at: ['section', '3.1'] }, { source: papers.qin }],
    shows: {
      many: {
        kind: 'sweep',
        family: 'arithmetic',
        problems: 50,
        arms: ['arithmetic-journey', 'arithmetic-shortcut'].flatMap((model) =>
          [0, 1, 2, 4].map((waits) => ({ model, strategy: waitsOf(waits), sampling: greedily(250) })),
        ),
      },
      together: byModels(
        withSum(askedSum(['+', 61, 7], ['+', 89, 3]), { strategy: waitsOf(4) }),
        'arithmetic-journey',
        'arithmetic-shortcut',
      ),
      journeys: measuredClaim('waiting-after-journeys'),
      shortcuts: measuredClaim('waiting-after-shortcuts'),
    },
  },
  {
    id: 'which-aggregation',
    sources: [{ source: papers.lightman, at: ['appendix', 'F'] }],
    shows: {
      scores: runIt(
        withSum(askedSum(['+', 25, 9], ['+', 95, 5]), {
          model: 'arithmetic-sft',
          strategy: judgedBest(16, {
            verifier: { kind: 'process', model: 'arithmetic-prm' },
            aggregation: 'min',
          }),
          sampling: warmly,
        }),
      ),
      many: measuredClaim('weakest-step'),
    },
  },
  {
    id: 'puct',
    sources: [{ source: papers.silver }, { source: papers.feng }],
    shows: {
      selection: {
        kind: 'run',
        experiment: puctSearch(1.5),
        moment: { step: { at: 'step', step: 22 }, tab: 'tree' },
      },
      'no-exploration': runIt(puctSearch(0)),
      'much-exploration': runIt(puctSearch(10)),
    },
  },
  {
    id: 'math-shepherd',
    sources: [{ source: papers.wangMath, at: ['section', '3.3'] }],
    shows: {
      labels: { kind: 'lens', lens: 'shepherd', experiment: labelled(9, 4, 6, 9) },
      none: runIt(labelled(13, 1, 10, 7)),
      many: measuredClaim('rollout-verifier'),
    },
  },
  {
    id: 'faithful-thoughts',
    sources: [{ source: papers.turpin }, { source: papers.chen }],
    shows: {
      edited: runIt(
        withSum(askedSum(['+', 46, 8]), {
          strategy: chainOf('low'),
          start: { text: '46 * 8 = 40 * 8 + 6 * 8 = 320 + 48 = 378;' },
        }),
      ),
      ignored: byModels(
        withSum(askedSum(['+', 33, 6]), { strategy: chainOf('high') }),
        'arithmetic',
        'arithmetic-sft',
      ),
      anchors: {
        kind: 'lens',
        lens: 'anchors',
        experiment: withSum(askedSum(['+', 33, 6], ['+', 25, 9]), {
          strategy: chainOf('low'),
          sampling: warmly,
        }),
      },
    },
  },
  {
    id: 'which-model',
    sources: [{ source: papers.snell, at: ['section', '3.2'] }],
    shows: {
      easy: byModels(
        withSum(askedSum(['+', 33, 6]), { strategy: chainOf('high') }),
        'arithmetic-small-distilled',
        'arithmetic-r1',
      ),
      hard: byModels(
        withSum(askedSum(['+', 56, 7], ['-', 61, 3], ['+', 73, 6]), { strategy: chainOf('high') }),
        'arithmetic-small-distilled',
        'arithmetic-r1',
      ),
      chooser: { kind: 'chooser' },
    },
  },
  {
    id: 'kl-term',
    sources: [
      { source: papers.deepseekMath, at: ['section', '4.2'] },
      { source: papers.deepseekNature },
      { source: papers.yu, at: ['section', '2.3'] },
    ],
    shows: { lens: { kind: 'lens', lens: 'grpo' } },
  },
] as const satisfies readonly Question[];
