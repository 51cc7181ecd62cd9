import type { ChoiceRule } from '#run/events.ts';
import { room } from '../language.ts';
import { duration, fixed, number, percent, plural } from './format.ts';

/** Why an answer was taken. */
function choice(by: ChoiceRule): string {
  switch (by.rule) {
    case 'only-trace':
      return 'the only trace';
    case 'majority':
      return by.of === 1 ? 'the only vote' : `${number(by.votes)} of ${number(by.of)} votes`;
    case 'majority-tie-first':
      return `${number(by.votes)} of ${number(by.of)} votes: a tie of ${number(by.tied.length)} answers, broken by the first trace`;
    case 'best-score':
      return `highest score, ${fixed(by.score, 2)}`;
    case 'weighted-vote':
      return `${fixed(by.weight, 2)} of ${fixed(by.total, 2)} in scores`;
    case 'last-round':
      return plural(by.round, { one: 'after # wait', other: 'after # waits' });
    case 'decided-early':
      return `${number(by.votes)} of ${number(by.of)} votes, decided before all ${number(by.limit)}`;
    case 'best-node':
      return `the best node, ${fixed(by.score, 2)}`;
    case 'most-visited':
      return `the most visited node, ${plural(by.visits, { one: '# visit', other: '# visits' })}`;
    case 'confirmed-answer':
      return by.found === by.confirmed && by.confirmed === by.ofConfirmed
        ? `found ${plural(by.found, { one: '# time', other: '# times' })}, always confirmed`
        : `found ${plural(by.found, { one: '# time', other: '# times' })}, ${number(by.confirmed)} of them confirmed, of ${number(by.ofConfirmed)} confirmed in all`;
    case 'most-found-answer':
      return by.because === 'only-answer'
        ? 'the only answer found'
        : `found ${number(by.found)} of ${plural(by.of, { one: '# time', other: '# times' })}; ${by.because === 'unchecked' ? 'no tokens left to check' : 'none was confirmed'}`;
    case 'mutual-consistency':
      return by.agreement === null
        ? `reward ${fixed(by.reward, 2)}; no tokens left to check`
        : `${percent(by.agreement)} of second samplings agree`;
    case 'no-answer':
      return 'no answer';
  }
}

/** The result at the cursor, and what a run cost. */
export const result = room('result', {
  title: 'Result',
  notAtEnd: 'State at this step',
  choice,
  /** What unfolds them on a phone. */
  numbers: 'Numbers:',
  tokens: 'tokens',
  cached: 'cached',
  speed: 'tok/s',
  /** A large model may write fewer than ten tokens a second: then tenths count. */
  perSecond: (tokens: number) => (tokens < 10 ? fixed(tokens, 1) : number(tokens)),
  count: (tokens: number) => number(tokens),
  time: 'time',
  seconds: (seconds: number) => duration(seconds, ['s', 'min', 'h']),
  percent: (share: number) => percent(share),
  noReference: 'no reference answer',
  noReferenceHelp: 'The right answer was not given, so this one cannot be graded.',
  nothingToCompare: 'nothing to compare with',
  loading: 'Loading the model',
  none: 'No result yet',
  notFound: 'No answer was found',
  leading: 'In the lead: <answer>…</answer> · <count>…</count>',
  of: (votes: number, all: number) =>
    `${number(votes)} of ${plural(all, { one: '# vote', other: '# votes' })}`,
  answering: 'Answering',
  thinking: 'Thinking',
  brokeOff: 'It broke off here',
  cancelled: 'Cancelled; what happened until then is kept',
  failed: (why: string) => `Failed: ${why}`,
  noAnswer: (why: string) => `No answer: ${why}.`,
  noAnswerFound: 'No answer was found.',
  /** Read aloud at the end. */
  aloud: {
    cancelled: 'The run was cancelled.',
    failed: (why: string) => `The run failed. ${why}`,
    none: (why: string, next: string) => `The run finished. ${why} ${next}`,
    answer: ({ answer, verdict, tokens }: { answer: string; verdict: string; tokens: number }) =>
      `The run finished. Answer ${answer}, ${verdict}. ${plural(tokens, { one: '# token', other: '# tokens' })}.`,
  },
  line: {
    edited: (strategy: string) => `From an edited thought: ${strategy}`,
    judgedBy: (model: string, judge: string) => `${model}, judged by ${judge}`,
    /** Where there is little room: which run it is. */
    short: ({
      strategy,
      model,
      seed,
    }: {
      readonly strategy: string;
      readonly model: string;
      readonly seed: number;
    }) => `${strategy} · ${model} · seed ${seed}`,
    whole: ({
      strategy,
      model,
      temperature,
      seed,
    }: {
      strategy: string;
      model: string;
      temperature: number;
      seed: number;
    }) => `${strategy} · ${model} · temperature ${temperature} · seed ${seed}`,
  },
});
