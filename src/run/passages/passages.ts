import type { Segment } from '../trace-text.ts';
import { segmentText } from '../trace-text.ts';
import { passageKind } from './passage-kind.ts';
import type { PassageKind } from './passage-kinds.ts';

/** A stretch of a thought: a paragraph, or what follows a “Wait”. */
export interface Passage {
  /** In the order of the thought, from 0. */
  readonly index: number;
  readonly kind: PassageKind;
  readonly segments: readonly Segment[];
  /** Of the thought: tokens before it, and its own. */
  readonly before: number;
  readonly tokens: number;
  readonly text: string;
  /** Mean surprisal of the tokens that were drawn, in bits; null where none was. */
  readonly bits: number | null;
}

/** A paragraph is never longer than this many segments; what writes on without one is cut at a line, or here. */
const longest = 300;
const longEnough = 120;

export function passagesOf(segments: readonly Segment[]): readonly Passage[] {
  return extendPassages([], segments);
}

/** Passages of a thought that has grown: all but the last are the same objects. `segments` must begin with those of `known`. */
export function extendPassages(known: readonly Passage[], segments: readonly Segment[]): readonly Passage[] {
  const passages = known.slice(0, -1);
  let from = passages.reduce((count, passage) => count + passage.segments.length, 0);
  let before = passages.reduce((count, { tokens }) => count + tokens, 0);
  for (let at = from; at < segments.length; at++) {
    const next = segments[at + 1];
    if (next && !endsAt(segments, from, at) && next.role !== 'wait') continue;
    const passage = passageFrom(segments.slice(from, at + 1), passages.length, before);
    passages.push(passage);
    before += passage.tokens;
    from = at + 1;
  }
  return passages;
}

/** Those passages of a thought that its first segments reach into: what `extendPassages` goes on from. */
export function passagesWithin(passages: readonly Passage[], segments: number): readonly Passage[] {
  let [count, before] = [0, 0];
  for (const passage of passages) {
    if (before >= segments) break;
    before += passage.segments.length;
    count += 1;
  }
  return passages.slice(0, count);
}

function endsAt(segments: readonly Segment[], from: number, at: number): boolean {
  const text = segments[at]?.text ?? '';
  if (/\n\s*\n\s*$/.test(text)) return true;
  if (/^\s*\n\s*$/.test(text) && at > from && /\n\s*$/.test(segments[at - 1]?.text ?? '')) return true;
  const length = at + 1 - from;
  return length >= longest || (length >= longEnough && text.endsWith('\n'));
}

function passageFrom(segments: readonly Segment[], index: number, before: number): Passage {
  const text = segmentText(segments);
  const drawn = segments.flatMap(({ pieces }) => pieces.flatMap(({ token }) => token.logprob ?? []));
  return {
    index,
    kind: passageKind(text),
    segments,
    before,
    tokens: segments.reduce((count, { pieces }) => count + pieces.length, 0),
    text,
    bits:
      drawn.length === 0 ? null : -drawn.reduce((sum, logprob) => sum + logprob, 0) / drawn.length / Math.LN2,
  };
}
