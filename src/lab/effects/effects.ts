import { keysOf } from '#experiment/keys-of.ts';
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

const arm = <Name extends string>(
  name: Name,
  model: string,
  strategy: Strategy,
  sampling: Sampling = greedy,
): Arm<Name> => ({
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
const forced = (model: string) => [
  arm('waits-0', model, waits(0)),
  arm('waits-1', model, waits(1)),
  arm('waits-2', model, waits(2)),
  arm('waits-4', model, waits(4)),
];
/** So many chains side by side, of so many attempts each. */
const attempts = (parallel: number, rounds: number): Strategy => ({
  ...defaultStrategy('revision'),
  parallel,
  rounds,
});
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
const table = {
  'thinking-helps': {
    family: 'arithmetic',
    atLeast: 0.3,
    arms: [arm('direct', 'arithmetic', direct), arm('chain', 'arithmetic', chain)],
  },
  'thinking-when-weak': {
    family: 'arithmetic',
    atLeast: 0.03,
    arms: [arm('chain', 'arithmetic-base', chain), arm('direct', 'arithmetic-base', direct)],
  },
  'voting-helps': {
    family: 'arithmetic',
    atLeast: 0.15,
    arms: [
      arm('one-sample', 'arithmetic', chain, warm),
      arm('vote-8', 'arithmetic', vote(8), warm),
      arm('vote-32', 'arithmetic', vote(32), warm),
    ],
  },
  'search-beats-chain': {
    family: 'countdown',
    atLeast: 0.65,
    arms: [
      arm('greedy-chain', 'countdown', chain),
      arm('thoughts', 'countdown', defaultStrategy('tree-of-thoughts'), defaultSampling('tree-of-thoughts')),
      arm(
        'mcts-prm',
        'countdown',
        { ...defaultStrategy('mcts'), simulations: 100, verifier: gamePrm },
        defaultSampling('mcts'),
      ),
      arm('thoughts-16-prm', 'countdown', thoughts(16, gamePrm), trimmed),
      arm('beam-prm-vote', 'countdown', wideBeam('weighted-vote'), trimmed),
    ],
  },
  'search-needs-verifier': {
    family: 'countdown',
    atLeast: 0.05,
    arms: [
      arm('own-head', 'countdown', thoughts(16, process), trimmed),
      arm('prm', 'countdown', thoughts(16, gamePrm), trimmed),
    ],
  },
  'vote-after-search': {
    family: 'countdown',
    atLeast: 0.05,
    arms: [
      arm('beam-best', 'countdown', wideBeam('best'), trimmed),
      arm('beam-vote', 'countdown', wideBeam('weighted-vote'), trimmed),
    ],
  },
  'process-outcome-vote': {
    family: 'arithmetic',
    atLeast: 0.05,
    everyStep: true,
    arms: [
      arm('vote-64', 'arithmetic-sft', vote(64), warm),
      arm('best-64-orm', 'arithmetic-sft', best(64, { kind: 'outcome', model: 'arithmetic-orm' }), warm),
      arm('best-64-prm', 'arithmetic-sft', best(64, prm, 'min'), warm),
    ],
  },
  'weakest-step': {
    family: 'arithmetic',
    atLeast: 0.02,
    arms: [
      arm('mean', 'arithmetic-sft', best(32, prm, 'mean'), warm),
      arm('prod', 'arithmetic-sft', best(32, prm, 'prod'), warm),
      arm('min', 'arithmetic-sft', best(32, prm, 'min'), warm),
    ],
  },
  'rollout-verifier': {
    family: 'countdown',
    atLeast: 0.06,
    arms: [
      arm('vote-8', 'countdown', vote(8), warm),
      arm('best-8-rollouts', 'countdown', best(8, { kind: 'rollouts', rollouts: 4, estimate: 'soft' }), warm),
    ],
  },
  'waiting-after-journeys': {
    family: 'arithmetic',
    atLeast: 0.07,
    arms: forced('arithmetic-journey'),
  },
  'waiting-after-shortcuts': {
    family: 'arithmetic',
    atLeast: 0.07,
    arms: forced('arithmetic-shortcut'),
  },
  'voting-on-longer-sums': {
    family: 'arithmetic',
    atLeast: 0.05,
    set: 'harder',
    arms: [arm('one-sample', 'arithmetic', chain, warm), arm('vote-16', 'arithmetic', vote(16), warm)],
  },
  'voting-on-larger-numbers': {
    family: 'arithmetic',
    atLeast: 0.05,
    set: 'bigger',
    arms: [arm('one-sample', 'arithmetic', chain, warm), arm('vote-16', 'arithmetic', vote(16), warm)],
  },
  'waiting-in-the-game': {
    family: 'countdown',
    atLeast: 0.07,
    arms: forced('countdown-journey'),
  },
  'in-a-row': {
    family: 'countdown',
    atLeast: 0.02,
    arms: [
      arm('wide-8', 'countdown-journey', attempts(8, 1), warm),
      arm('wide-4', 'countdown-journey', attempts(4, 2), warm),
      arm('wide-2', 'countdown-journey', attempts(2, 4), warm),
      arm('long-8', 'countdown-journey', attempts(1, 8), warm),
    ],
  },
  'small-with-search': {
    family: 'countdown',
    atLeast: 0,
    arms: [
      arm('large-chain', 'countdown-large', chain),
      arm('small-best-14', 'countdown-small', best(14, process), warm),
    ],
  },
  'mcts-beats-beam': {
    family: 'countdown',
    atLeast: 0.02,
    arms: [
      arm('beam', 'countdown-early', defaultStrategy('beam-search'), hot),
      arm('mcts', 'countdown-early', { ...defaultStrategy('mcts'), simulations: 100 }, hot),
    ],
  },
  'reward-alone': {
    family: 'arithmetic',
    atLeast: 0.25,
    arms: [arm('base', 'arithmetic-base', open), arm('zero', 'arithmetic-zero', open)],
  },
  'self-evolution': {
    family: 'arithmetic',
    atLeast: 0.25,
    arms: [
      arm('base', 'arithmetic-base', open),
      arm('evolved', 'arithmetic-evolved', open),
      arm('evolved-best-16', 'arithmetic-evolved', openBest(16), warm),
    ],
  },
  'reward-lengthens': {
    family: 'countdown',
    atLeast: 0.1,
    arms: [arm('journey', 'countdown-journey', open), arm('rl', 'countdown-rl', open)],
  },
  'reward-after-sft': {
    family: 'arithmetic',
    atLeast: 0.1,
    arms: [arm('sft', 'arithmetic-sft', open), arm('r1', 'arithmetic-r1', open)],
  },
  distillation: {
    family: 'arithmetic',
    atLeast: 0,
    arms: [
      arm('small-rl', 'arithmetic-small-rl', open),
      arm('small-distilled', 'arithmetic-small-distilled', open),
    ],
  },
  detours: {
    family: 'arithmetic',
    atLeast: 0,
    arms: [arm('shortcut', 'arithmetic-shortcut', open), arm('journey', 'arithmetic-journey', open)],
  },
  'thinking-on-puzzles': {
    family: 'puzzle',
    atLeast: 0.2,
    arms: [arm('direct', 'puzzles', direct), arm('chain', 'puzzles', chain)],
  },
  'voting-on-longer-puzzles': {
    family: 'puzzle',
    atLeast: 0.05,
    set: 'harder',
    arms: [arm('one-sample', 'puzzles', chain, warm), arm('vote-16', 'puzzles', vote(16), warm)],
  },
  'generative-verifier': {
    family: 'puzzle',
    atLeast: 0.02,
    arms: [
      arm('vote-16', 'puzzles', vote(16), warm),
      arm('best-16-generative', 'puzzles', best(16, { kind: 'generative' }, 'min'), warm),
    ],
  },
} as const satisfies Readonly<Record<string, Omit<Effect, 'claim'>>>;

export type EffectKey = keyof typeof table;
export type ArmKey = (typeof table)[EffectKey]['arms'][number]['name'];

/** An effect whose claim and arms have words. */
export type KnownEffect = Effect<EffectKey, ArmKey>;

/** In the order of the table. */
export const effects: readonly KnownEffect[] = keysOf(table).map((claim) => ({ claim, ...table[claim] }));
