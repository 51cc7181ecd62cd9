import * as fc from 'fast-check';
import type { Experiment, Start, Strategy, StrategyKind, StrategyOf } from '../experiment.ts';
import { families, type Family, type Problem, familySheet } from '../families.ts';
import { arithmeticLimits } from '../families/arithmetic.ts';
import { anyPuzzleText } from '../puzzle/testing/arbitrary.ts';
import { saysSomething } from '#experiment/strategies/budget-forcing.ts';
import type { Aggregation, VerifierSpec } from '../verifier.ts';

/** Any valid experiment, for property tests. */

const effort = fc.constantFrom('low' as const, 'high' as const);
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

const whole = (min: number, max: number) => fc.integer({ min, max });
const steps = whole(1, 40);

const modelId = fc.oneof(
  fc.constantFrom('countdown', 'arithmetic'),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/),
  // As servers name theirs.
  fc.stringMatching(/^[a-z0-9]{1,9}\/[A-Za-z0-9][A-Za-z0-9._-]{0,20}(:[a-z0-9]{1,6})?$/),
);

export const anyVerifier: fc.Arbitrary<VerifierSpec> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('rule' as const, 'majority' as const, 'generative' as const, 'oracle' as const),
  }),
  fc.record(
    { kind: fc.constantFrom('outcome' as const, 'process' as const), model: modelId },
    { requiredKeys: ['kind'] },
  ),
  fc.record({
    kind: fc.constant('rollouts' as const),
    rollouts: whole(1, 16),
    estimate: fc.constantFrom('soft' as const, 'hard' as const),
  }),
  fc.record({ kind: fc.constant('self-evaluation' as const), evaluations: whole(1, 8) }),
);
export const anyAggregation: fc.Arbitrary<Aggregation> = fc.constantFrom('min', 'prod', 'mean', 'last');

/** One for each kind, so that the compiler sees to it that none is left out. */
const choose = fc.constantFrom('best', 'weighted-vote');
const anyOf: { readonly [Kind in StrategyKind]: fc.Arbitrary<StrategyOf<Kind>> } = {
  direct: fc.constant({ kind: 'direct' }),
  'chain-of-thought': fc.record({ kind: fc.constant('chain-of-thought'), effort }),
  'few-shot': fc.record({ kind: fc.constant('few-shot'), shots: whole(1, 8) }),
  'self-consistency': fc.record({ kind: fc.constant('self-consistency'), samples: whole(1, 64), effort }),
  'adaptive-consistency': fc.record({
    kind: fc.constant('adaptive-consistency'),
    samples: whole(1, 64),
    batch: whole(1, 16),
    effort,
    stop: fc.constantFrom('certain', 'confident'),
    confidence: double(0.5, 0.999),
  }),
  'best-of-n': fc.record({
    kind: fc.constant('best-of-n'),
    samples: whole(1, 64),
    effort,
    verifier: anyVerifier,
    aggregation: anyAggregation,
    choose,
  }),
  'beam-search': fc.record({
    kind: fc.constant('beam-search'),
    variant: fc.constantFrom('beam', 'dvts'),
    width: whole(1, 16),
    expansion: whole(1, 16),
    lookahead: whole(0, 4),
    maxSteps: steps,
    verifier: anyVerifier,
    aggregation: anyAggregation,
    choose,
  }),
  'tree-of-thoughts': fc.record({
    kind: fc.constant('tree-of-thoughts'),
    search: fc.constantFrom('bfs', 'dfs'),
    generate: fc.constantFrom('sample', 'propose'),
    thoughts: whole(1, 32),
    breadth: whole(1, 16),
    threshold: double(0, 1),
    maxVisits: whole(1, 200),
    evaluate: fc.constantFrom('value', 'vote'),
    maxSteps: steps,
    verifier: anyVerifier,
    choose,
  }),
  mcts: fc.record({
    kind: fc.constant('mcts'),
    simulations: whole(1, 400),
    exploration: double(0, 10),
    prior: fc.constantFrom('per-token', 'sum', 'draws', 'uniform'),
    expansion: whole(1, 16),
    evaluation: fc.constantFrom('value', 'rollout', 'mix'),
    parallel: whole(1, 16),
    widening: double(0, 4),
    readout: fc.constantFrom('most-visited', 'best-value', 'best-terminal', 'majority', 'weighted-vote'),
    maxSteps: steps,
    verifier: anyVerifier,
  }),
  rstar: fc.record(
    {
      kind: fc.constant('rstar'),
      rollouts: whole(1, 64),
      exploration: double(0, 10),
      steps: whole(1, 8),
      maskFrom: double(0.1, 0.9),
      maskTo: double(0.1, 0.9),
      lastVotes: whole(1, 64),
      checks: whole(1, 8),
      confirm: fc.constantFrom('trace', 'any', 'half', 'all', 'majority'),
      discriminator: modelId,
      maxSteps: steps,
    },
    {
      requiredKeys: [
        'kind',
        'rollouts',
        'exploration',
        'steps',
        'lastVotes',
        'maskFrom',
        'maskTo',
        'checks',
        'confirm',
        'maxSteps',
      ],
    },
  ),
  'budget-forcing': fc.record({
    kind: fc.constant('budget-forcing'),
    effort,
    waits: whole(0, 16),
    word: fc.oneof(
      fc.constant('Wait'),
      fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }).filter((word) => saysSomething.test(word)),
    ),
    thinkingTokens: whole(1, 4096),
  }),
  revision: fc.record({
    kind: fc.constant('revision'),
    parallel: whole(1, 16),
    rounds: whole(1, 8),
    verifier: anyVerifier,
    aggregation: anyAggregation,
  }),
  'step-verification': fc.record({
    kind: fc.constant('step-verification'),
    threshold: double(0, 1),
    retries: whole(0, 64),
    maxSteps: steps,
    verifier: anyVerifier,
  }),
  'compute-optimal': fc.record({
    kind: fc.constant('compute-optimal'),
    probe: whole(2, 16),
    tokens: whole(100, 100_000),
    verifier: anyVerifier,
  }),
};

export const anyStrategy: fc.Arbitrary<Strategy> = fc.oneof(...Object.values(anyOf));

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
    budget: fc.record({ tokens: fc.oneof(fc.constant(0), whole(0, 1_000_000)) }),
    start: anyStart,
    pruned: anyPruned,
  },
  { requiredKeys: ['problem', 'model', 'strategy', 'sampling', 'seed', 'budget'] },
);
