import * as v from 'valibot';
import { integerIn } from './ranges.ts';

/** Characters that a link's title and note may have. */
export const momentLimits = { title: 80, note: 500 } as const;

/**
 * A place in a run, named so that it is found again in the log of the same experiment, in which sequences may stand
 * interleaved otherwise: an algorithm's step by its number from 1, a token by its sequence and how many that has then,
 * anything else by how many entries came before.
 */
const momentStepSchema = v.variant('at', [
  v.strictObject({ at: v.literal('step'), step: integerIn(1, 1_000_000) }),
  v.strictObject({
    at: v.literal('token'),
    sequence: integerIn(0, 100_000),
    tokens: integerIn(1, 1_000_000),
  }),
  v.strictObject({ at: v.literal('entry'), entries: integerIn(0, 10_000_000) }),
]);
export type MomentStep = v.InferOutput<typeof momentStepSchema>;

/** Controls, marks that turn the direction of writing, and halves of characters: they could make a text look like another. */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const without = (text: string): string => text.replace(unseen, '');
/** A cut may leave half a character. */
const cut = (text: string, most: number): string => without(text.slice(0, most)).trim();

/** A person's own words for a link as they may be shown: in one line, without controls. */
export const asTitle = (text: string): string =>
  cut(without(text.replace(/\s+/g, ' ')).replace(/ +/g, ' ').trim(), momentLimits.title);

/** The same of several lines. */
export function asNote(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => without(line.replaceAll('\t', ' ')).trimEnd());
  const whole = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, momentLimits.note);
  return whole.replace(/\p{Cs}/gu, '').trim();
}

const textOf = (most: number, clean: (text: string) => string) =>
  v.pipe(v.string(), v.maxLength(most), v.transform(clean), v.minLength(1));

/** What a link may say besides its experiment: where its run is to be looked at, and a person's words for it. */
const momentSchema = v.strictObject({
  /** Absent, the run's end. */
  step: v.exactOptional(momentStepSchema),
  /** A tab of the stage; one that the page does not have is no mistake. */
  tab: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z-]{1,24}$/))),
  title: v.exactOptional(textOf(momentLimits.title, asTitle)),
  note: v.exactOptional(textOf(momentLimits.note, asNote)),
  /** Plays by itself from the step on. */
  plays: v.exactOptional(v.literal(true)),
});
export type Moment = v.InferOutput<typeof momentSchema>;

const shortSchema = v.strictObject({
  s: v.exactOptional(
    v.union([
      v.strictTuple([v.literal('s'), v.number()]),
      v.strictTuple([v.literal('t'), v.number(), v.number()]),
      v.strictTuple([v.literal('e'), v.number()]),
    ]),
  ),
  v: v.exactOptional(v.string()),
  t: v.exactOptional(v.string()),
  n: v.exactOptional(v.string()),
  a: v.exactOptional(v.literal(1)),
});
type ShortMoment = v.InferOutput<typeof shortSchema>;

/** As a link holds it: `{s: ["s", 12], v: "tree", t: "A title", n: "A note", a: 1}`, what is not asked for left out. */
export function shortMoment({ step, tab, title, note, plays }: Moment): ShortMoment {
  return {
    ...(step && { s: shortStep(step) }),
    ...(tab !== undefined && { v: tab }),
    ...(title !== undefined && { t: title }),
    ...(note !== undefined && { n: note }),
    ...(plays && { a: 1 }),
  };
}

/** The opposite; null for what is no moment. */
export function fromShortMoment(short: unknown): Moment | null {
  const read = v.safeParse(shortSchema, short);
  if (!read.success) return null;
  const { s, v: tab, t: title, n: note, a } = read.output;
  const moment = v.safeParse(momentSchema, {
    ...(s && { step: longStep(s) }),
    ...(tab !== undefined && { tab }),
    ...(title !== undefined && { title }),
    ...(note !== undefined && { note }),
    ...(a && { plays: true }),
  });
  return moment.success ? moment.output : null;
}

function shortStep(step: MomentStep): NonNullable<ShortMoment['s']> {
  switch (step.at) {
    case 'step':
      return ['s', step.step];
    case 'token':
      return ['t', step.sequence, step.tokens];
    case 'entry':
      return ['e', step.entries];
  }
}

function longStep(short: NonNullable<ShortMoment['s']>): MomentStep {
  switch (short[0]) {
    case 's':
      return { at: 'step', step: short[1] };
    case 't':
      return { at: 'token', sequence: short[1], tokens: short[2] };
    case 'e':
      return { at: 'entry', entries: short[1] };
  }
}
