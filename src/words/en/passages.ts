import type { PassageKind } from '#run/passages/passage-kinds.ts';
import { room } from '../language.ts';
import { fixed, number, plural } from './format.ts';

/** A long thought: its passages by kind, what is found in it, and the map beside it. */
export const passages = room('passages', {
  kinds: {
    plan: 'plan',
    compute: 'compute',
    check: 'check',
    doubt: 'doubt',
    backtrack: 'backtrack',
    conclude: 'conclude',
    rest: 'other',
  } satisfies Record<PassageKind, string>,
  byRule: 'Sorted by rule, from its words.',
  legend: 'Kinds of passages; press one to fold or unfold all of its kind',
  kind: ({ kind, count }: { readonly kind: string; readonly count: number }) =>
    `${kind}: ${plural(count, { one: '# passage', other: '# passages' })}`,
  /** What a press of it does is said by its state. */
  fold: ({ kind, tokens }: { readonly kind: string; readonly tokens: number }) =>
    `${kind}, ${plural(tokens, { one: '# token', other: '# tokens' })}`,
  /** The names are those of the trace. */
  tokensOf: ({ passage, thought }: { readonly passage: number; readonly thought: string }) =>
    `${thought}, passage ${number(passage)}`,
  find: 'Find in this thought',
  found: ({ at, of }: { readonly at: number; readonly of: number }) => `${number(at)} of ${number(of)}`,
  places: ({ count, more }: { readonly count: number; readonly more: boolean }) =>
    `${more ? 'over ' : ''}${plural(count, { one: '# place', other: '# places' })}`,
  notFound: 'not found',
  next: 'Next place',
  previous: 'Previous place',
  map: 'Map of the thought',
  mapHelp: 'The thought from top to bottom: each kind has a lane, the curve is the model’s doubt',
  mapAt: ({ passage, of, kind, bits }: { passage: number; of: number; kind: string; bits: number | null }) =>
    `passage ${number(passage)} of ${number(of)}, ${kind}${bits === null ? '' : `, ${fixed(bits, 1)} bits a token`}`,
});
