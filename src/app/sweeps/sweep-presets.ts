import { defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment, Sampling, Strategy } from '#experiment/experiment.ts';
import { familySheet } from '#experiment/families.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { Effect } from '#lab/effects/effect.ts';
import type { Sweep, SweepArm } from '#lab/sweeps/spec.ts';

/** Problems that a preset asks: enough that a difference of a fifth is seen, few enough that it is there in seconds. */
export const presetProblems = 50;

const warm: Sampling = { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 250 };
const greedy: Sampling = { ...warm, temperature: 0 };
/** Search wants steps that differ, but none that the model itself finds unlikely. */
const trimmed: Sampling = { ...warm, temperature: 1, minP: 0.1 };
const gamePrm: VerifierSpec = { kind: 'process', model: 'countdown-prm' };

const vote = (samples: number): Strategy => ({ kind: 'self-consistency', samples, effort: 'low' });
const best = (samples: number, verifier: VerifierSpec): Strategy => ({
  ...defaultStrategy('best-of-n'),
  samples,
  verifier,
  aggregation: 'min',
});
const beam = (width: number): Strategy => ({ ...defaultStrategy('beam-search'), width, verifier: gamePrm });

const on = (
  family: 'arithmetic' | 'countdown',
  arms: readonly SweepArm[],
  change: Partial<Sweep> = {},
): Sweep => ({
  problems: { kind: 'held-out', family, count: presetProblems },
  arms,
  repeats: 1,
  tokens: 0,
  ...change,
});

const presets = {
  /** One draw of 32 judged samples is the vote, the best of N and the weighted vote of every N up to it; a search is run for each width. */
  'accuracy-against-n': on('countdown', [
    { model: 'countdown', strategy: best(32, gamePrm), sampling: warm },
    ...[1, 2, 4, 8].map((width) => ({ model: 'countdown', strategy: beam(width), sampling: trimmed })),
  ]),
  /** A vote is held against one sample of the same kind: a greedy chain is another baseline, and a harder one. */
  voting: on('arithmetic', [
    { model: 'arithmetic', strategy: { kind: 'chain-of-thought', effort: 'low' }, sampling: warm },
    { model: 'arithmetic', strategy: { kind: 'chain-of-thought', effort: 'low' }, sampling: greedy },
    { model: 'arithmetic', strategy: vote(32), sampling: warm },
  ]),
  /** A run that is cut off at so many tokens may have none of its traces whole; so the axis is what each amount really takes. */
  'equal-tokens': on('countdown', [
    { model: 'countdown', strategy: best(64, gamePrm), sampling: warm },
    ...[2, 4, 8].map((thoughts) => ({
      model: 'countdown',
      strategy: { ...defaultStrategy('tree-of-thoughts'), thoughts, verifier: gamePrm },
      sampling: trimmed,
    })),
    ...[8, 16, 32, 64].map((simulations) => ({
      model: 'countdown',
      strategy: { ...defaultStrategy('mcts'), simulations, verifier: gamePrm },
      sampling: trimmed,
    })),
  ]),
  verifiers: on('arithmetic', [
    {
      model: 'arithmetic-sft',
      strategy: best(16, { kind: 'process', model: 'arithmetic-prm' }),
      sampling: warm,
    },
    {
      model: 'arithmetic-sft',
      strategy: best(16, { kind: 'outcome', model: 'arithmetic-orm' }),
      sampling: warm,
    },
    { model: 'arithmetic-sft', strategy: best(16, { kind: 'process' }), sampling: warm },
    { model: 'arithmetic-sft', strategy: best(16, { kind: 'rule' }), sampling: warm },
  ]),
  waits: on(
    'arithmetic',
    ['arithmetic-journey', 'arithmetic-shortcut'].flatMap((model) =>
      [0, 1, 2, 4].map((waits) => ({
        model,
        strategy: {
          ...defaultStrategy('budget-forcing'),
          effort: 'low' as const,
          thinkingTokens: 200,
          waits,
        },
        sampling: greedy,
      })),
    ),
  ),
} as const satisfies Readonly<Record<string, Sweep>>;

export type SweepPresetKey = keyof typeof presets;

/** In the order in which they are offered; the first is what the page offers with one click. */
export const sweepPresets: Readonly<Record<SweepPresetKey, Sweep>> = presets;

/** A claim's comparison as a sweep, on the problems it was measured on. @param nameOf words of an arm. */
export function sweepOfEffect<Name extends string>(
  { family, set, arms }: Effect<string, Name>,
  count: number,
  nameOf: (name: Name) => string,
): Sweep {
  return {
    problems: { kind: 'held-out', family, ...(set === undefined || set === 'usual' ? {} : { set }), count },
    arms: arms.map(({ name, model, strategy, sampling }) => ({
      name: nameOf(name).slice(0, 80),
      model,
      strategy,
      sampling,
    })),
    repeats: 1,
    tokens: 0,
  };
}

/** Whether a run was luck: its settings on many problems of its kind, each with a seed of its own; where there are none, on its own problem with many seeds. */
export function sweepOfRun({ problem, model, strategy, sampling, budget }: Experiment): Sweep {
  const held = familySheet(problem).heldOut.usual !== undefined;
  return {
    problems: held
      ? { kind: 'held-out', family: problem.family, count: presetProblems }
      : { kind: 'own', name: familySheet(problem).text(problem).slice(0, 120), problems: [problem] },
    arms: [{ model, strategy, sampling }],
    repeats: held ? 1 : presetProblems,
    tokens: budget.tokens,
  };
}

/** What the page begins with where somebody sets a sweep up by hand. */
export const emptySweep: Sweep = on('countdown', [
  { model: 'countdown', strategy: { kind: 'chain-of-thought', effort: 'low' }, sampling: greedy },
]);
