import * as fc from 'fast-check';
import type { Experiment, Start, Strategy } from '../experiment.ts';
import { families, type Family, type Problem, familySheet } from '../families.ts';
import { arithmeticLimits } from '../families/arithmetic-problem.ts';
import { asNote, asTitle, type Moment } from '../moment.ts';
import { anyPuzzleText } from '../puzzle/testing/arbitrary.ts';
import { strategySchema } from '../strategies.ts';
import { anyOf, modelId } from './of-schema.ts';
import { type Aggregation, aggregationSchema, verifierSchema, type VerifierSpec } from '../verifier.ts';

/** Any valid experiment, for property tests. */

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

const words = (most: number) =>
  fc.oneof(
    fc.constant('How many?'),
    fc.string({ minLength: 1, maxLength: most, unit: 'binary' }).filter((text) => /\S/.test(text)),
  );

/** Any problem of a family; of one that is not here, the one that the page opens with. */
const own: Partial<Readonly<Record<Family, fc.Arbitrary<Problem>>>> = {
  question: fc.record(
    { family: fc.constant('question' as const), text: words(300), answer: words(40) },
    { requiredKeys: ['family', 'text'] },
  ),
  puzzle: fc.record({ family: fc.constant('puzzle' as const), text: anyPuzzleText }),
  countdown: fc.record({
    family: fc.constant('countdown' as const),
    numbers: fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 4, maxLength: 4 }),
    target: fc.integer({ min: 1, max: 99 }),
  }),
  arithmetic: fc.record({
    family: fc.constant('arithmetic' as const),
    terms: fc.array(
      fc.record({
        sign: fc.constantFrom('+' as const, '-' as const),
        left: fc.integer({ min: 10, max: arithmeticLimits.left }),
        right: fc.integer({ min: 2, max: 9 }),
      }),
      { minLength: 1, maxLength: arithmeticLimits.products },
    ),
  }),
};

export const anyProblem: fc.Arbitrary<Problem> = fc.oneof(
  ...families.map((family) => own[family] ?? fc.constant(familySheet(family).usual)),
);

export const anyVerifier: fc.Arbitrary<VerifierSpec> = anyOf(verifierSchema);
export const anyAggregation: fc.Arbitrary<Aggregation> = anyOf(aggregationSchema);
export const anyStrategy: fc.Arbitrary<Strategy> = anyOf(strategySchema);

export const anyStart: fc.Arbitrary<Start> = fc.record({
  text: fc.oneof(
    fc.constant('8 - 8 = 0 [10 12 0]'),
    fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
  ),
});

const anyPruned = fc.array(fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }), {
  minLength: 1,
  maxLength: 3,
});

export const anyExperiment: fc.Arbitrary<Experiment> = fc.record(
  {
    problem: anyProblem,
    model: modelId,
    strategy: anyStrategy,
    sampling: fc.record({
      temperature: fc.oneof(fc.constantFrom(0, 0.7), double(0, 2)),
      topK: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 })),
      topP: fc.oneof(fc.constant(1), double(0.01, 1)),
      minP: fc.oneof(fc.constant(0), double(0, 1)),
      maxTokens: fc.oneof(fc.constant(200), fc.integer({ min: 1, max: 4096 })),
    }),
    seed: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 0xffffffff })),
    budget: fc.record({ tokens: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })) }),
    start: anyStart,
    pruned: anyPruned,
  },
  { requiredKeys: ['problem', 'model', 'strategy', 'sampling', 'seed', 'budget'] },
);

const anyText = fc.oneof(
  fc.string({ maxLength: 600, unit: 'grapheme' }),
  fc.string({ maxLength: 90, unit: 'binary' }),
);

export const anyMoment: fc.Arbitrary<Moment> = fc
  .record(
    {
      step: fc.oneof(
        fc.record({ at: fc.constant('step' as const), step: fc.integer({ min: 1, max: 1_000_000 }) }),
        fc.record({
          at: fc.constant('token' as const),
          sequence: fc.nat(100_000),
          tokens: fc.integer({ min: 1, max: 1_000_000 }),
        }),
        fc.record({ at: fc.constant('entry' as const), entries: fc.nat(10_000_000) }),
      ),
      tab: fc.constantFrom('tree', 'thoughts', 'a-tab-of-tomorrow'),
      title: anyText.map(asTitle),
      note: anyText.map(asNote),
      plays: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  .map(({ title, note, ...others }) => ({
    ...others,
    ...(title ? { title } : {}),
    ...(note ? { note } : {}),
  }));
