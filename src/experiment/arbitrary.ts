import * as fc from 'fast-check';
import type { Experiment, Strategy } from './experiment.ts';
import type { Problem } from './problem.ts';

/** Any valid experiment, for property tests. */

const effort = fc.constantFrom('low' as const, 'high' as const);
const double = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

export const anyProblem: fc.Arbitrary<Problem> = fc.oneof(
  fc.record({
    family: fc.constant('countdown' as const),
    numbers: fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 4, maxLength: 4 }),
    target: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({
    family: fc.constant('arithmetic' as const),
    terms: fc.array(
      fc.record({ sign: fc.constantFrom('+' as const, '-' as const), left: fc.integer({ min: 10, max: 99 }), right: fc.integer({ min: 2, max: 9 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

export const anyStrategy: fc.Arbitrary<Strategy> = fc.oneof(
  fc.constant({ kind: 'direct' as const }),
  fc.record({ kind: fc.constant('chain-of-thought' as const), effort }),
  fc.record({ kind: fc.constant('few-shot' as const), shots: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('self-consistency' as const), samples: fc.integer({ min: 1, max: 64 }), effort }),
);

export const anyExperiment: fc.Arbitrary<Experiment> = fc.record({
  problem: anyProblem,
  model: fc.oneof(fc.constantFrom('countdown', 'arithmetic'), fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/)),
  strategy: anyStrategy,
  sampling: fc.record({
    temperature: fc.oneof(fc.constantFrom(0, 0.7), double(0, 2)),
    topK: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 })),
    topP: fc.oneof(fc.constant(1), double(0.01, 1)),
    minP: fc.oneof(fc.constant(0), double(0, 1)),
    maxTokens: fc.oneof(fc.constant(200), fc.integer({ min: 1, max: 4096 })),
  }),
  seed: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 0xffffffff })),
});
