import type { Cut, Ended, NoAnswerAdvice, NoAnswerReason, NoPath } from '#run/no-answer.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { number, plural } from './format.ts';

const tokens = (count: number) => plural(count, { one: '# token', other: '# tokens' });

const cutAt: Readonly<Record<Cut['by'], (tokens: string) => string>> = {
  limit: (at) => `cut at ${at}`,
  budget: (at) => `cut at ${at}, where the budget ended`,
  context: (at) => `cut at ${at}, which is all the model can hold`,
};
const cutText = ({ by, tokens: at }: Cut) => cutAt[by](tokens(at));

/** `count` is in words: `2`, `all`. */
const ended = (one: Ended, count: string): string => {
  switch (one.kind) {
    case 'cut':
      return `${count} ${one.count === 1 ? 'was' : 'were'} ${cutText(one.cut)}`;
    case 'unreadable':
      return `${count} ended without an answer that could be read`;
    case 'stopped':
      return `${count} stopped`;
  }
};

const noPath = {
  unknown: (path: string) => path,
  spent: (path: string, { spent, budget }) =>
    `${path}, and ${number(spent)} of the budget's ${tokens(budget)} are spent`,
  depth: (path: string, { steps }) =>
    `${path}: they may go ${plural(steps, { one: '# step', other: '# steps' })} deep`,
  cut: (path: string, { count, byBudget }) =>
    `${path}: ${number(count)} ${count === 1 ? 'was' : 'were'} cut off${byBudget ? ', where the budget ended' : ''}`,
} satisfies {
  readonly [Kind in NoPath['kind']]: (
    path: string,
    because: Extract<NoPath, { readonly kind: Kind }>,
  ) => string;
};

/** How runs and traces ended without an answer. */
export const endings = room('endings', {
  /** Behind “No answer:”. */
  noAnswer: {
    'small-budget': ({ tokens: budget }) => `the budget of ${tokens(budget)} is too small for a first trace`,
    'nothing-drawn': () => 'nothing was drawn',
    'only-cut': (reason) => `the ${reason.in} was ${cutText(reason.cut)}`,
    'only-unreadable': () => 'the model ended without an answer that could be read',
    'only-stopped': () => 'the model stopped',
    traces: (reason) =>
      `none of ${plural(reason.of, { one: '# trace', other: '# traces' })} has one: ${reason.ended
        .map((one) => ended(one, reason.ended.length === 1 ? 'all' : number(one.count)))
        .join(', ')}`,
    'paths-unreadable': ({ finished }) =>
      finished === 1
        ? 'the one path that was finished says none that could be read'
        : `the ${number(finished)} paths that were finished say none that could be read`,
    'no-path': ({ steps, because }) => {
      if (steps === 1 && because.kind === 'cut')
        return because.byBudget
          ? 'the one step was cut off, where the budget ended'
          : 'the one step was cut off';
      const path =
        steps === 1
          ? 'the one step finished no path'
          : `none of ${plural(steps, { one: '# step', other: '# steps' })} finished a path`;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sentence under a kind takes facts of this kind
      const sentence = noPath[because.kind] as (path: string, because: NoPath) => string;
      return sentence(path, because);
    },
  } satisfies Sayings<NoAnswerReason>,
  next: {
    limit: 'Raise the token limit, or choose less effort.',
    budget: 'Raise the token budget, or draw less.',
    context: 'Choose less effort, or a model that holds more.',
    ended: 'Try another seed, or let more traces vote.',
    stopped: 'Run it again.',
    depth: 'Let paths have more steps.',
    wider: 'Try another seed, or a wider search.',
  } satisfies Record<NoAnswerAdvice, string>,
  /** Behind “it was”. */
  cut: cutText,
  cutTraces: (cut: { readonly count: number; readonly of: number; readonly cut: Cut }) =>
    `${number(cut.count)} of ${plural(cut.of, { one: '# trace', other: '# traces' })} ${cut.count === 1 ? 'was' : 'were'} ${cutText(cut.cut)}`,
});
