import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { EndReason, RunEvent } from '#run/events.ts';
import { answerFor, logOfEvents, rootEvent, stepEvents, tokensOf } from '#run/testing/fixtures.ts';
import { fold } from '#run/fold.ts';
import { cutOf } from '#run/no-answer.ts';
import { endings } from './en/endings.ts';
import { cutTracesText, noAnswerWords } from './no-answer.ts';
import { emptyRun } from '#run/state.ts';

interface Trace {
  readonly line: string;
  readonly reason: EndReason;
  readonly answer?: string;
}

const traceEvents = ({ line, reason, answer }: Trace, sequence: number): readonly RunEvent[] => [
  {
    type: 'sequence-started',
    sequence,
    label: { kind: 'trace', number: sequence + 1 },
    prompt: tokensOf('24 : 4 9 10 13'),
  },
  ...tokensOf(line).map((token): RunEvent => ({ type: 'token', sequence, token })),
  { type: 'sequence-ended', sequence, reason },
  { type: 'answer-extracted', sequence, answer: answer === undefined ? null : answerFor(answer) },
];

const over: readonly RunEvent[] = [
  { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } },
  { type: 'run-finished', grade: null },
];

const settings = (maxTokens: number, budget = 0): Experiment => {
  const usual = defaultExperiment('countdown', 'self-consistency');
  return { ...usual, sampling: { ...usual.sampling, maxTokens }, budget: { tokens: budget } };
};

const run = (traces: readonly Trace[], experiment = settings(4), end = over) =>
  fold(emptyRun, logOfEvents([...traces.flatMap(traceEvents), ...end], experiment));

const cut: Trace = { line: '4 + 9 =', reason: 'length' };
const cutAnswer: Trace = { line: '4 </think> 2 *', reason: 'length' };
const ended: Trace = { line: '4 <eos>', reason: 'end-of-text' };
const answered: Trace = { line: '4 </think> 24', reason: 'end-of-text', answer: '24' };

describe('why a run has no answer', () => {
  it.each<readonly [string, readonly Trace[], Experiment, string, string]>([
    [
      'its thought was cut by the token limit',
      [cut],
      settings(4),
      'the thought was cut at 4 tokens',
      'Raise the token limit, or choose less effort.',
    ],
    [
      'its answer was',
      [cutAnswer],
      settings(4),
      'the answer was cut at 4 tokens',
      'Raise the token limit, or choose less effort.',
    ],
    [
      'the budget was spent on it',
      [cut],
      settings(200, 4),
      'the thought was cut at 4 tokens, where the budget ended',
      'Raise the token budget, or draw less.',
    ],
    [
      'the context was full',
      [{ ...cut, reason: 'context' }],
      settings(200),
      'the thought was cut at 4 tokens, which is all the model can hold',
      'Choose less effort, or a model that holds more.',
    ],
    [
      'the model ended without one',
      [ended],
      settings(200),
      'the model ended without an answer that could be read',
      'Try another seed, or let more traces vote.',
    ],
    [
      'of several, most were cut',
      [cut, ended, cut],
      settings(4),
      'none of 3 traces has one: 2 were cut at 4 tokens, 1 ended without an answer that could be read',
      'Raise the token limit, or choose less effort.',
    ],
    [
      'of several, all were cut',
      [cut, cut],
      settings(4),
      'none of 2 traces has one: all were cut at 4 tokens',
      'Raise the token limit, or choose less effort.',
    ],
    [
      'nothing was drawn',
      [],
      settings(200, 3),
      'the budget of 3 tokens is too small for a first trace',
      'Raise the token budget, or draw less.',
    ],
  ])('says that %s', (_, traces, experiment, why, next) => {
    expect(noAnswerWords(run(traces, experiment))).toEqual({ why, next });
  });

  it('says nothing of a run that has one, or goes on', () => {
    expect(
      noAnswerWords(
        run([answered], settings(4), [
          { type: 'answer-chosen', answer: answerFor('24'), by: { rule: 'only-trace' } },
          { type: 'run-finished', grade: null },
        ]),
      ),
    ).toBeNull();
    expect(noAnswerWords(run([cut], settings(4), []))).toBeNull();
    expect(noAnswerWords(emptyRun)).toBeNull();
  });

  it('of a search counts its steps: cut off, at the end of their depth, or of the budget', () => {
    const search = (events: readonly RunEvent[], change: Partial<Experiment> = {}) => {
      const experiment = { ...defaultExperiment('countdown', 'beam-search'), ...change };
      return noAnswerWords(fold(emptyRun, logOfEvents([rootEvent, ...events, ...over], experiment)));
    };
    const { strategy } = defaultExperiment('countdown', 'beam-search');
    if (strategy.kind !== 'beam-search') throw new Error('not a beam');
    const steps = [...stepEvents(1, 0, '4 + 9 = 13'), ...stepEvents(2, 1, '10 + 4', 'dead')];
    expect(search(steps)).toEqual({
      why: 'none of 2 steps finished a path: 1 was cut off',
      next: 'Raise the token limit, or choose less effort.',
    });
    expect(search(steps, { budget: { tokens: 100 } })).toEqual({
      why: 'none of 2 steps finished a path: 1 was cut off, where the budget ended',
      next: 'Raise the token budget, or draw less.',
    });
    expect(search(stepEvents(1, 0, '4 + 9', 'dead'))).toMatchObject({ why: 'the one step was cut off' });
    expect(search(steps, { strategy: { ...strategy, maxSteps: 2 } })).toEqual({
      why: 'none of 2 steps finished a path: they may go 2 steps deep',
      next: 'Let paths have more steps.',
    });
    const spent: RunEvent = {
      type: 'usage',
      usage: { prefilledTokens: 1, cachedTokens: 0, decodedTokens: 95, forwards: 1, modelSeconds: 0 },
    };
    expect(search([...steps, spent], { budget: { tokens: 100 } })).toMatchObject({
      why: "none of 2 steps finished a path, and 95 of the budget's 100 tokens are spent",
    });
  });
});

describe('traces that were cut', () => {
  it('are counted beside those that voted', () => {
    expect(cutTracesText(run([answered, cut, cut, answered, cut, ended]))).toBe(
      '3 of 6 traces were cut at 4 tokens',
    );
    expect(cutTracesText(run([answered, cut]))).toBe('1 of 2 traces was cut at 4 tokens');
    expect(cutTracesText(run([answered, ended]))).toBeNull();
  });

  it('are none where only what a verifier wrote was cut', () => {
    const rollout: readonly RunEvent[] = [
      {
        type: 'sequence-started',
        sequence: 1,
        label: { kind: 'step-rollout', step: 1, number: 1 },
        prompt: [],
      },
      { type: 'sequence-ended', sequence: 1, reason: 'length' },
      { type: 'answer-extracted', sequence: 1, answer: null },
    ];
    expect(
      cutTracesText(fold(emptyRun, logOfEvents([...traceEvents(answered, 0), ...rollout], settings(4)))),
    ).toBeNull();
  });

  it('say so themselves', () => {
    const { sequences, experiment } = run([cut, answered]);
    expect(sequences.map((one) => cutOf(one, experiment!))).toEqual([{ by: 'limit', tokens: 4 }, null]);
    expect(endings.cut({ by: 'limit', tokens: 4 })).toBe('cut at 4 tokens');
  });
});
