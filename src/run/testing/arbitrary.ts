import * as fc from 'fast-check';
import { anyExperiment } from '#experiment/testing/arbitrary.ts';
import { anyScore } from './any-score.ts';
import { anySearch } from './arbitrary-search.ts';
import { anyAnswerValue, anyDriverReason, anyGradeReason, anyLabel } from './any-fact.ts';
import type {
  Answer,
  ChoiceRule,
  DriverStamp,
  Grade,
  LogEntry,
  LoggedToken,
  RunEvent,
  TokenAlternative,
  Usage,
} from '../events.ts';

/** Any log that a run could have written, for property tests. */

const text = fc.oneof(
  fc.constantFrom('4', '+', 'Wait', '</think>', '“'),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
/** Some vocabularies have tokens of hundreds of characters: runs of spaces, of signs. */
const tokenText = fc.oneof(
  { weight: 9, arbitrary: text },
  fc
    .tuple(fc.constantFrom(' ', '=', '─', '日'), fc.integer({ min: 100, max: 2000 }))
    .map(([sign, times]) => sign.repeat(times)),
);
const logprob = fc.double({ min: -60, max: 0, noNaN: true }).map((value) => value + 0);
const count = fc.nat(100_000);

const anyAlternative: fc.Arbitrary<TokenAlternative> = fc.record({ id: count, text: tokenText, logprob });
export const anyToken: fc.Arbitrary<LoggedToken> = fc.record({
  id: count,
  text: tokenText,
  logprob: fc.option(logprob, { nil: null }),
  forced: fc.boolean(),
  placement: fc.constantFrom('word' as const, 'joined' as const, 'digit' as const),
  role: fc.constantFrom(
    'prompt' as const,
    'thought' as const,
    'answer' as const,
    'control' as const,
    'wait' as const,
  ),
  alternatives: fc.array(anyAlternative, { maxLength: 3 }),
});
const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  text,
  display: text,
  value: anyAnswerValue,
  key: fc.constantFrom('a', 'b', 'c'),
  rule: fc.constantFrom('boxed' as const, 'after-thinking' as const, 'last-number' as const),
});
const anyGrade: fc.Arbitrary<Grade> = fc.record({
  outcome: fc.constantFrom('right' as const, 'wrong' as const, 'ungraded' as const),
  reason: anyGradeReason,
});
const anyUsage: fc.Arbitrary<Usage> = fc.record(
  {
    prefilledTokens: count,
    cachedTokens: count,
    decodedTokens: count,
    forwards: count,
    takenBackTokens: count,
    modelSeconds: fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0),
  },
  { requiredKeys: ['prefilledTokens', 'cachedTokens', 'decodedTokens', 'forwards', 'modelSeconds'] },
);

/** What happens to one trace, in order. */
const anyTrace: fc.Arbitrary<(sequence: number) => readonly RunEvent[]> = fc
  .record({
    prompt: fc.array(anyToken, { maxLength: 3 }),
    tokens: fc.array(anyToken, { maxLength: 12 }),
    recalled: fc.nat(12),
    answer: fc.option(anyAnswer, { nil: null }),
    grade: anyGrade,
    label: anyLabel,
  })
  .map(({ prompt, tokens, recalled, answer, grade, label }) => (sequence) => [
    { type: 'sequence-started', sequence, label, prompt },
    ...tokens.map((token, place): RunEvent => ({
      type: 'token',
      sequence,
      token,
      ...(place < recalled ? { recalled: true } : {}),
    })),
    { type: 'sequence-ended', sequence, reason: 'end-of-text' },
    { type: 'answer-extracted', sequence, answer },
    ...(answer
      ? [
          { type: 'answer-graded', sequence, grade } as const,
          { type: 'vote-cast', sequence, answer } as const,
        ]
      : []),
  ]);

/** A choice by each rule, of a node or trace that is there. */
const choices: {
  readonly [Rule in ChoiceRule['rule']]: (
    there: number,
    score: number,
  ) => Extract<ChoiceRule, { rule: Rule }>;
} = {
  'only-trace': () => ({ rule: 'only-trace' }),
  majority: () => ({ rule: 'majority', votes: 2, of: 3 }),
  'majority-tie-first': () => ({ rule: 'majority-tie-first', votes: 2, of: 4, tied: ['a', 'b'] }),
  'best-score': (sequence, score) => ({ rule: 'best-score', score, sequence }),
  'weighted-vote': (_, weight) => ({ rule: 'weighted-vote', weight, total: 2.25 }),
  'last-round': () => ({ rule: 'last-round', round: 2 }),
  'decided-early': () => ({ rule: 'decided-early', votes: 3, of: 4, limit: 32 }),
  'best-node': (node, score) => ({ rule: 'best-node', node, score }),
  'most-visited': (node) => ({ rule: 'most-visited', node, visits: 7 }),
  'confirmed-answer': (node) => ({ rule: 'confirmed-answer', node, found: 5, confirmed: 4, ofConfirmed: 6 }),
  'most-found-answer': (node) => ({
    rule: 'most-found-answer',
    node,
    found: 5,
    of: 9,
    because: 'none-confirmed',
  }),
  'mutual-consistency': (node, reward) => ({
    rule: 'mutual-consistency',
    node,
    agreement: node % 2 === 0 ? 1 : null,
    reward,
  }),
  'no-answer': () => ({ rule: 'no-answer' }),
};

const anyEnd: fc.Arbitrary<
  (there: { readonly nodes: number; readonly sequences: number }) => readonly RunEvent[]
> = fc
  .record({
    answer: anyAnswer,
    usage: anyUsage,
    grade: fc.option(anyGrade, { nil: null }),
    rule: fc.constantFrom(...Object.values(choices)),
    message: text,
    kind: fc.nat(4),
    score: anyScore,
  })
  .map(
    ({ answer, usage, grade, rule, message, kind, score }) =>
      ({ nodes, sequences }): readonly RunEvent[] => {
        switch (kind) {
          case 0:
            return [];
          case 1:
            return [{ type: 'run-cancelled' }];
          case 2:
            return [{ type: 'run-failed', failure: { code: 'bug', detail: message } }];
          default: {
            const by = rule(0, score);
            const known = ('node' in by ? nodes > 0 : true) && ('sequence' in by ? sequences > 0 : true);
            const chosen: RunEvent = {
              type: 'answer-chosen',
              answer: by.rule === 'no-answer' ? null : answer,
              by: known ? by : { rule: 'only-trace' },
            };
            return [chosen, { type: 'usage', usage }, { type: 'run-finished', grade }];
          }
        }
      },
  );

/** Traces side by side: which one goes on is drawn by `turns`. */
function interleave(traces: readonly (readonly RunEvent[])[], turns: readonly number[]): readonly RunEvent[] {
  const rest = traces.map((events) => [...events]);
  const out: RunEvent[] = [];
  for (let step = 0; rest.some((events) => events.length > 0); step++) {
    const open = rest.filter((events) => events.length > 0);
    out.push(open[(turns[step % turns.length] ?? 0) % open.length]!.shift()!);
  }
  return out;
}

export const anyTurns = fc.array(fc.nat(7), { minLength: 1, maxLength: 30 });

const anyDriver: fc.Arbitrary<DriverStamp> = fc.record(
  {
    kind: fc.constantFrom('batched' as const, 'sequential' as const),
    why: anyDriverReason,
    sampling: fc.constantFrom('gpu' as const, 'processor' as const),
  },
  { requiredKeys: ['kind', 'why'] },
);

/** A run's log for given turns, so that one run can be interleaved in several ways. */
export const anyRun: fc.Arbitrary<(turns: readonly number[], msPerStep?: number) => readonly LogEntry[]> = fc
  .record({
    experiment: anyExperiment,
    resumed: fc.option(fc.record({ spent: anyUsage }), { nil: null }),
    judged: fc.boolean(),
    driver: fc.option(anyDriver, { nil: null }),
    traces: fc.array(anyTrace, { maxLength: 5 }),
    search: anySearch,
    end: anyEnd,
  })
  .map(({ experiment, resumed, judged, driver, traces, search, end }) => (turns, msPerStep = 3) => {
    const start: RunEvent = {
      type: 'run-started',
      experiment,
      model: { id: 'm', name: 'M', weightsSha256: 'f'.repeat(64), ...(driver ? { driver } : {}) },
      ...(judged ? { verifierModel: { id: 'v', name: 'V', weightsSha256: 'e'.repeat(64) } } : {}),
      ...(resumed ? { resumed } : {}),
    };
    const searched = search(traces.length);
    const middle = [
      ...interleave(
        traces.map((trace, sequence) => trace(sequence)),
        turns,
      ),
      ...searched,
    ];
    const nodes = searched.filter(({ type }) => type === 'node-created').length;
    return [start, ...middle, ...end({ nodes, sequences: traces.length })].map((event, index) => ({
      at: index * msPerStep,
      event,
    }));
  });

export const anyLog: fc.Arbitrary<readonly LogEntry[]> = fc
  .tuple(anyRun, anyTurns)
  .map(([run, turns]) => run(turns));
