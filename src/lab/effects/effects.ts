import { defaultSampling, defaultStrategy } from '#experiment/defaults.ts';
import type { Sampling, Strategy } from '#experiment/experiment.ts';
import type { Choose } from '#experiment/strategies/fields.ts';
import type { Aggregation, VerifierSpec } from '#experiment/verifier.ts';
import type { Arm, Effect } from './effect.ts';

const greedy: Sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: 250 };
const warm: Sampling = { ...greedy, temperature: 0.7 };
/** Search wants steps that differ. */
const hot: Sampling = { ...greedy, temperature: 1 };
/** But none that the model itself finds unlikely: a wide search is drawn to slips of the pen that a verifier does not see. */
const trimmed: Sampling = { ...hot, minP: 0.1 };

const arm = (name: string, model: string, strategy: Strategy, sampling: Sampling = greedy): Arm => ({
  name,
  model,
  strategy,
  sampling,
});

const direct: Strategy = { kind: 'direct' };
const chain: Strategy = { kind: 'chain-of-thought', effort: 'low' };
/** The prompt that leaves it to the model how much it thinks. */
const open: Strategy = { kind: 'chain-of-thought', effort: 'high' };
/** Best-of-N under the open prompt, by the policy's own value head. */
const openBest = (samples: number): Strategy => ({
  ...defaultStrategy('best-of-n'),
  samples,
  verifier: process,
  effort: 'high',
});
const vote = (samples: number): Strategy => ({ kind: 'self-consistency', samples, effort: 'low' });
const best = (samples: number, verifier: VerifierSpec, aggregation: Aggregation = 'last'): Strategy => ({
  ...defaultStrategy('best-of-n'),
  samples,
  verifier,
  aggregation,
});
/** 200 tokens of thought leave room for problem and answer in a context of 256. */
const waits = (count: number) => ({
  ...defaultStrategy('budget-forcing'),
  effort: 'low' as const,
  thinkingTokens: 200,
  waits: count,
});
const waited = (count: number) => (count === 1 ? '1 wait' : `${count} waits`);
const process: VerifierSpec = { kind: 'process' };
const prm: VerifierSpec = { kind: 'process', model: 'arithmetic-prm' };
const gamePrm: VerifierSpec = { kind: 'process', model: 'countdown-prm' };
const wideBeam = (choose: Choose): Strategy => ({
  ...defaultStrategy('beam-search'),
  width: 16,
  expansion: 8,
  verifier: gamePrm,
  choose,
});
const thoughts = (count: number, verifier: VerifierSpec): Strategy => ({
  ...defaultStrategy('tree-of-thoughts'),
  thoughts: count,
  verifier,
});

/** The claims that a learner reads about, each with the comparison that puts it to the test on the models that ship. */
export const effects: readonly Effect[] = [
  {
    claim: 'Thinking helps: chain of thought against a direct answer',
    literature: 'Wei 2022: 18 → 57 % on GSM8K',
    family: 'arithmetic',
    atLeast: 0.3,
    arms: [arm('direct', 'arithmetic', direct), arm('chain of thought', 'arithmetic', chain)],
  },
  {
    claim: 'Voting helps: self-consistency over one sample',
    literature: 'Wang 2022: +17.9 points on GSM8K',
    family: 'arithmetic',
    atLeast: 0.15,
    arms: [
      arm('one sample', 'arithmetic', chain, warm),
      arm('vote of 8', 'arithmetic', vote(8), warm),
      arm('vote of 32', 'arithmetic', vote(32), warm),
    ],
  },
  {
    claim: 'Search beats one chain on the Game of 24',
    literature: 'Yao 2023: 4 → 74 %',
    family: 'countdown',
    atLeast: 0.65,
    arms: [
      arm('one greedy chain', 'countdown', chain),
      arm(
        'tree of thoughts b = 5',
        'countdown',
        defaultStrategy('tree-of-thoughts'),
        defaultSampling('tree-of-thoughts'),
      ),
      arm(
        'MCTS, 100 simulations, judged by the PRM',
        'countdown',
        { ...defaultStrategy('mcts'), simulations: 100, verifier: gamePrm },
        defaultSampling('mcts'),
      ),
      arm('tree of thoughts, 16 thoughts, judged by the PRM', 'countdown', thoughts(16, gamePrm), trimmed),
      arm('beam 16 × 8, judged by the PRM, weighted vote', 'countdown', wideBeam('weighted-vote'), trimmed),
    ],
  },
  {
    claim:
      'A wide search is only as good as its verifier: a process reward model against the policy’s own value head',
    literature:
      'Gao 2022 (arXiv 2210.10760): the harder one optimises against a proxy, the better it has to be',
    family: 'countdown',
    atLeast: 0.05,
    arms: [
      arm('16 thoughts, own value head', 'countdown', thoughts(16, process), trimmed),
      arm('16 thoughts, the PRM', 'countdown', thoughts(16, gamePrm), trimmed),
    ],
  },
  {
    claim:
      'After a wide search, all finished traces voting by their scores choose better than the best score',
    literature:
      'Snell 2024, section 5.1, and Feng 2023 (arXiv 2309.17179): a weighted vote over what the search finished',
    family: 'countdown',
    atLeast: 0.05,
    arms: [
      arm('beam 16 × 8, the best', 'countdown', wideBeam('best'), trimmed),
      arm('beam 16 × 8, weighted vote', 'countdown', wideBeam('weighted-vote'), trimmed),
    ],
  },
  {
    claim: 'A process verifier beats an outcome verifier beats a vote',
    literature: 'Lightman 2023: 78 / 72 / 70 %',
    family: 'arithmetic',
    atLeast: 0.05,
    everyStep: true,
    arms: [
      arm('vote of 64', 'arithmetic-sft', vote(64), warm),
      arm(
        'best of 64 by the ORM',
        'arithmetic-sft',
        best(64, { kind: 'outcome', model: 'arithmetic-orm' }),
        warm,
      ),
      arm('best of 64 by the PRM, weakest step', 'arithmetic-sft', best(64, prm, 'min'), warm),
    ],
  },
  {
    claim: 'The weakest step decides: min over mean',
    literature: 'Lightman 2023, appendix F: prod and min about equal',
    family: 'arithmetic',
    atLeast: 0.02,
    arms: [
      arm('mean', 'arithmetic-sft', best(32, prm, 'mean'), warm),
      arm('prod', 'arithmetic-sft', best(32, prm, 'prod'), warm),
      arm('min', 'arithmetic-sft', best(32, prm, 'min'), warm),
    ],
  },
  {
    claim: 'Rollouts from each step make a verifier, as in Math-Shepherd',
    literature: 'Wang 2023: 77.9 → 84.1 %',
    family: 'countdown',
    atLeast: 0.06,
    arms: [
      arm('vote of 8', 'countdown', vote(8), warm),
      arm(
        'best of 8, 4 rollouts from each step',
        'countdown',
        best(8, { kind: 'rollouts', rollouts: 4, estimate: 'soft' }),
        warm,
      ),
    ],
  },
  {
    claim: 'Thinking longer helps: “Wait” forced on a model that learnt from journeys',
    literature: 's1 (Muennighoff 2025): 50 → 57 % on AIME24',
    family: 'arithmetic',
    atLeast: 0.07,
    arms: [0, 1, 2, 4].map((count) => arm(waited(count), 'arithmetic-journey', waits(count))),
  },
  {
    claim: 'The same on a model that learnt from shortcuts',
    literature: 's1 and O1 Journey: reasoning is activated, not put in',
    family: 'arithmetic',
    atLeast: 0.07,
    arms: [0, 1, 2, 4].map((count) => arm(waited(count), 'arithmetic-shortcut', waits(count))),
  },
  {
    claim: 'Voting helps on sums longer than any it was trained on',
    literature: 'Dziri 2023 (arXiv 2305.18654): accuracy falls off beyond the lengths trained on',
    family: 'arithmetic',
    atLeast: 0.05,
    set: 'harder',
    arms: [arm('one sample', 'arithmetic', chain, warm), arm('vote of 16', 'arithmetic', vote(16), warm)],
  },
  {
    claim: 'Voting helps with numbers larger than any it was trained on',
    literature: 'Dziri 2023 (arXiv 2305.18654): accuracy falls off beyond the lengths trained on',
    family: 'arithmetic',
    atLeast: 0.05,
    set: 'bigger',
    arms: [arm('one sample', 'arithmetic', chain, warm), arm('vote of 16', 'arithmetic', vote(16), warm)],
  },
  {
    claim: '“Wait” in the Game of 24: after a failure another attempt, after a success the same again',
    literature: 's1 (Muennighoff 2025): 50 → 57 % on AIME24',
    family: 'countdown',
    atLeast: 0.07,
    arms: [0, 1, 2, 4].map((count) => arm(waited(count), 'countdown-journey', waits(count))),
  },
  {
    claim: 'A small model with search beats one 14 times bigger without',
    literature: 'Snell 2024, section 7',
    family: 'countdown',
    atLeast: 0,
    arms: [
      arm('large, one greedy chain', 'countdown-large', chain),
      arm('small, best of 14', 'countdown-small', best(14, process), warm),
    ],
  },
  {
    claim: 'MCTS beats beam search where problems are hard for the model',
    literature: 'rStar (Qi 2024) and AlphaZero-like search (Feng 2023)',
    family: 'countdown',
    atLeast: 0.02,
    arms: [
      arm('beam 4 × 4', 'countdown-early', defaultStrategy('beam-search'), hot),
      arm('MCTS, 100 simulations', 'countdown-early', { ...defaultStrategy('mcts'), simulations: 100 }, hot),
    ],
  },
  {
    claim: 'Reward alone teaches to think: reinforcement learning from the base model',
    literature: 'R1-Zero (DeepSeek 2025): 15.6 → 71.0 % on AIME24',
    family: 'arithmetic',
    atLeast: 0.25,
    arms: [arm('base', 'arithmetic-base', open), arm('R1-Zero-style', 'arithmetic-zero', open)],
  },
  {
    claim:
      'Self-evolution: a model that imitates its own right traces, round by round, gets better, and so does its own judgement',
    literature: 'rStar-Math (Guan 2025): 58.8 → 90.0 % on MATH in four rounds',
    family: 'arithmetic',
    atLeast: 0.25,
    arms: [
      arm('base', 'arithmetic-base', open),
      arm('self-evolved', 'arithmetic-evolved', open),
      arm('best of 16 by its own value', 'arithmetic-evolved', openBest(16), warm),
    ],
  },
  {
    claim: 'Reward alone lengthens thoughts that already say “Wait”',
    literature: 'R1-Zero (DeepSeek 2025), figure 3: thoughts grow through training, with reflection in them',
    family: 'countdown',
    atLeast: 0.1,
    arms: [arm('journey', 'countdown-journey', open), arm('after RL', 'countdown-rl', open)],
  },
  {
    claim: 'Reinforcement learning adds to supervised fine-tuning: R1’s stages',
    literature: 'R1 (DeepSeek 2025): 79.8 % on AIME24, above R1-Zero’s 71.0 %',
    family: 'arithmetic',
    atLeast: 0.1,
    arms: [arm('SFT', 'arithmetic-sft', open), arm('R1-style', 'arithmetic-r1', open)],
  },
  {
    claim: 'At the smallest size distillation beats reinforcement learning',
    literature: 'R1 (DeepSeek 2025), table 6: 47.0 against 72.6 %',
    family: 'arithmetic',
    atLeast: 0,
    arms: [
      arm('direct RL, small', 'arithmetic-small-rl', open),
      arm('distilled, small', 'arithmetic-small-distilled', open),
    ],
  },
  {
    claim: 'Learning from detours: journey over shortcut',
    literature: 'O1 Journey (Qin 2024): +8 points on MATH',
    family: 'arithmetic',
    atLeast: 0,
    arms: [arm('shortcut', 'arithmetic-shortcut', open), arm('journey', 'arithmetic-journey', open)],
  },
  {
    claim: 'Thinking helps with problems in words, equations and logic too',
    literature: 'Wei 2022; Sprague 2024 (arXiv 2409.12183): with mathematics and logic, hardly elsewhere',
    family: 'puzzle',
    atLeast: 0.2,
    arms: [arm('direct', 'puzzles', direct), arm('chain of thought', 'puzzles', chain)],
  },
  {
    claim: 'Voting helps on problems longer than any it was trained on',
    literature: 'Dziri 2023 (arXiv 2305.18654): accuracy falls off beyond the lengths trained on',
    family: 'puzzle',
    atLeast: 0.05,
    set: 'harder',
    arms: [arm('one sample', 'puzzles', chain, warm), arm('vote of 16', 'puzzles', vote(16), warm)],
  },
  {
    claim: 'A model that is asked “is this right?” picks better than a vote',
    literature: 'Zhang 2024 (generative verifiers): best-of-N above majority',
    family: 'puzzle',
    atLeast: 0.02,
    arms: [
      arm('vote of 16', 'puzzles', vote(16), warm),
      arm('best of 16, asked about each step', 'puzzles', best(16, { kind: 'generative' }, 'min'), warm),
    ],
  },
];
