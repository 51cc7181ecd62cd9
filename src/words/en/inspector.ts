import type { ExtractionRule, TokenRole } from '#run/events.ts';
import type { MergeReason } from '#run/facts/merge-reason.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { fixed, number, plural } from './format.ts';

const tokens = (count: number) => plural(count, { one: '# token', other: '# tokens' });

/** What is selected and its numbers: a token, a trace, an answer's votes. */
export const inspector = room('inspector', {
  notYet: {
    token: 'This token had not been written at this step.',
    trace: 'This trace had not started at this step.',
    node: 'This node had not been made at this step.',
    votes: 'Nobody had voted for this answer at this step.',
  },
  token: {
    label: 'Token',
    place: ({ index, of, trace }: { readonly index: number; readonly of: number; readonly trace: string }) =>
      `Token ${number(index)} of ${number(of)} · ${trace}`,
    roles: {
      prompt: 'part of the question',
      thought: 'thinking',
      answer: 'answer',
      control: 'control token: it ends or begins a part',
      wait: '“Wait”: think again',
    } satisfies Record<TokenRole, string>,
    forced: 'forced by the strategy',
    given: 'It was given, not drawn, so it has no probability.',
    probability: 'probability',
    surprisal: 'surprisal',
    bits: (bits: number) => `${fixed(bits, 2)} bits`,
    alternatives: 'Likeliest tokens here',
    chosen: '(chosen)',
  },
  trace: {
    label: 'Trace',
    noAnswer: 'no answer',
    noAnswerYet: 'no answer yet',
    thinking: 'thinking',
    answer: 'answer',
    tokens,
    waits: '“Wait”',
    forcedWaits: ({ waits, forced }: { readonly waits: number; readonly forced: number }) =>
      `${number(waits)} (${number(forced)} forced)`,
    score: 'verifier’s score',
    scoreValue: (score: number) => fixed(score, 3),
    noScore: 'none',
    surprisal: 'mean surprisal',
    scoredBecause: ({ verifier, why }: { readonly verifier: string; readonly why: string }) =>
      `Scored by the ${verifier} verifier: ${why}`,
    notScoredBecause: ({ verifier, why }: { readonly verifier: string; readonly why: string }) =>
      `No score by the ${verifier} verifier: ${why}`,
    howRead: 'How the answer was read',
    countsAs: (key: string) => `It counts as <key>${key}</key>.`,
    howEnded: 'How it ended',
    notEnded: 'It has not ended at this step.',
  },
  rules: {
    boxed: 'It was in a box, \\boxed{…}.',
    'the-answer-is': 'It followed the words "the answer is".',
    'after-thinking': 'It is what the model wrote after it closed its thinking.',
    'whole-text': 'The whole text is the answer: there was no thinking before it.',
    'last-number': 'No rule fitted, so the last number of the text was taken.',
    'last-line': 'No rule fitted, so the last line of the reply was taken, or the number or the names in it.',
    expression: 'The last arithmetic expression of the text was taken.',
  } satisfies Record<ExtractionRule, string>,
  votes: {
    label: 'Votes for an answer',
    share: ({ votes, of }: { readonly votes: number; readonly of: number }) =>
      `${number(votes)} of ${plural(of, { one: '# vote', other: '# votes' })}`,
    more: (count: number) =>
      plural(count, {
        one: '# more trace is in Thoughts.',
        other: '# more traces are in Thoughts.',
      }),
    forms: 'Written as',
    merged: (why: string) => `merged: ${why}`,
    /** Behind “merged”. */
    mergeReasons: {
      'same-text': () => 'the same text',
      'same-people': () => 'the same people',
      'same-words': () => 'the same words',
      'other-spaces': () => 'the same but for spaces',
      'same-values': () => 'of the same value for all numbers that were tried in place of the letters',
      'same-equation': () => 'the same equation: one is the other times a number',
      'same-condition': () => 'the same condition: one is the other times a number',
      'other-signs': () => 'the same expression, written with other signs, spaces or brackets',
      'other-grouping': () => 'the same expression, grouped in another way',
      'other-factor-order': () => 'the same expression with the factors in another order',
      'other-term-order': () => 'the same expression with the terms in another order',
      'other-order': () => 'the same expression with terms and factors in another order',
      both: ({ value }) => `both are ${value}`,
    } satisfies Sayings<MergeReason>,
    oneForm: 'Every trace in this group wrote it this way; nothing had to be merged.',
    traces: 'Traces',
  },
});
