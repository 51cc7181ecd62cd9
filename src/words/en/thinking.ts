import { room } from '../language.ts';
import { number, plural } from './format.ts';

interface Thinking {
  readonly traces: number;
  /** Of a trace that is alone. */
  readonly tokens: number;
  /** Whether the run goes on: what is said is so up to now. */
  readonly goesOn: boolean;
  /** Where thinking is cut off; null without such a limit. */
  readonly limit: number | null;
  /** How often it was told to keep thinking. */
  readonly forced: number;
  /** How often more it was to be told, had more thought fitted. */
  readonly missed: number;
  /** How often its answer changed. */
  readonly changes: number;
}

const times = (count: number) => (count === 1 ? 'once' : `${number(count)} times`);

function thoughtText({ traces, tokens, goesOn, limit }: Thinking): string {
  const soFar = goesOn ? ' so far' : '';
  if (traces > 1) return `${number(traces)} traces of thought${soFar}`;
  const thought = plural(tokens, { one: '# token of thought', other: '# tokens of thought' }) + soFar;
  return limit === null ? thought : `${thought}${goesOn ? ',' : ''} of at most ${number(limit)}`;
}

/** The line of a trace's thinking, with every “Wait” on it. */
export const thinking = room('thinking', {
  label: 'Timeline of the thinking; the same stands in the table below',
  summary: (of: Thinking) => {
    const { forced, missed, changes } = of;
    const told =
      forced === 0
        ? `${thoughtText(of)}: the model was ${of.goesOn ? 'not' : 'never'} told to keep thinking.`
        : changes === 0
          ? `${thoughtText(of)}: it was told to keep thinking ${times(forced)}, and its answer did not change.`
          : `${thoughtText(of)}: it was told to keep thinking ${times(forced)}, and its answer changed ${times(changes)}.`;
    return missed === 0
      ? told
      : `${told} It was to be told ${times(forced + missed)}, but there was no room for more thought.`;
  },
  noAnswer: 'no answer',
  forcedWord: ({ word, tokens }: { readonly word: string; readonly tokens: number }) =>
    `“${word}” was put here, after ${plural(tokens, { one: '# token of thought', other: '# tokens of thought' })}`,
  ownWord: ({ word, tokens }: { readonly word: string; readonly tokens: number }) =>
    `The model itself wrote “${word}” after ${plural(tokens, { one: '# token of thought', other: '# tokens of thought' })}`,
  /** Beside the mark of such a word. */
  ownMark: 'the model itself stops to think again',
  unit: 'tokens of thought',
  tick: (tokens: number) => number(tokens),
});
