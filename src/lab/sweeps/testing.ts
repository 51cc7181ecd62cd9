import * as fc from 'fast-check';
import type { Experiment } from '#experiment/experiment.ts';
import { families } from '#experiment/families.ts';
import { anyExperiment, anyProblem } from '#experiment/testing/arbitrary.ts';
import type { Outcome } from './outcome.ts';
import type { ProblemSource, Sweep, SweepArm } from './spec.ts';

export const smallExperiment: Experiment = {
  problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
  model: 'countdown',
  strategy: { kind: 'direct' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: 10 },
  seed: 1,
  budget: { tokens: 0 },
};

export const emptyOutcome: Outcome = {
  right: false,
  answer: null,
  traces: [],
  rounds: [],
  tokens: 0,
  forwards: 0,
  modelSeconds: 0,
  seconds: 0,
};

const smallArm: SweepArm = {
  model: 'arithmetic',
  strategy: { kind: 'self-consistency', samples: 8, effort: 'low' },
  sampling: { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 250 },
};

/** Three arms over the first problems of the sums that models were not trained on. */
export const smallSweep: Sweep = {
  problems: { kind: 'held-out', family: 'arithmetic', count: 10 },
  arms: [
    { ...smallArm, strategy: { kind: 'direct' } },
    { ...smallArm, strategy: { kind: 'chain-of-thought', effort: 'low' } },
    smallArm,
  ],
  repeats: 2,
  tokens: 0,
};

const anyName = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const anyArm: fc.Arbitrary<SweepArm> = fc.oneof(
  anyExperiment.map(({ model, strategy, sampling }) => ({ model, strategy, sampling })),
  fc
    .tuple(anyExperiment, anyName, fc.nat(1_000_000))
    .map(([{ model, strategy, sampling }, name, tokens]) => ({ name, model, strategy, sampling, tokens })),
);

const anySource: fc.Arbitrary<ProblemSource> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('held-out' as const),
      family: fc.constantFrom(...families),
      set: fc.constantFrom('usual' as const, 'harder' as const, 'bigger' as const),
      count: fc.integer({ min: 1, max: 20_000 }),
    },
    { requiredKeys: ['kind', 'family', 'count'] },
  ),
  fc.record({
    kind: fc.constant('own' as const),
    name: anyName,
    problems: fc.array(anyProblem, { minLength: 1, maxLength: 5 }),
  }),
);

/** Any valid sweep. */
export const anySweep: fc.Arbitrary<Sweep> = fc.record(
  {
    title: anyName,
    problems: anySource,
    arms: fc.array(anyArm, { minLength: 1, maxLength: 5 }),
    repeats: fc.integer({ min: 1, max: 1000 }),
    tokens: fc.nat(1_000_000),
  },
  { requiredKeys: ['problems', 'arms', 'repeats', 'tokens'] },
);

const anyCount = fc.nat(100_000);
const anyAmount = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0);
const anyRight = fc.constantFrom(true, false, null);
const anyKey = fc.option(fc.string({ maxLength: 30, unit: 'binary' }));

/** Anything that may have come of a run. */
export const anyOutcome: fc.Arbitrary<Outcome> = fc.record(
  {
    right: anyRight,
    answer: anyKey,
    traces: fc.array(
      fc.record(
        {
          answer: anyKey,
          right: anyRight,
          score: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)),
          log: fc.double({ min: -1000, max: -1, noNaN: true }),
          tokens: anyCount,
        },
        { requiredKeys: ['answer', 'right', 'score', 'tokens'] },
      ),
      { maxLength: 3 },
    ),
    rounds: fc.array(fc.record({ round: fc.nat(16), right: anyRight, thinkingTokens: fc.option(anyCount) }), {
      maxLength: 3,
    }),
    tokens: anyCount,
    forwards: anyCount,
    modelSeconds: anyAmount,
    seconds: anyAmount,
    failure: fc.constant({ code: 'link-damaged' as const }),
  },
  {
    requiredKeys: ['right', 'answer', 'traces', 'rounds', 'tokens', 'forwards', 'modelSeconds', 'seconds'],
  },
);
