import type { LoggedToken, TokenRole } from './events.ts';

/** A token and its place in the trace, so that what is shown can be traced back to what was written. */
export interface TextPiece {
  /** Position in the token list the segments were made from. */
  readonly index: number;
  readonly token: LoggedToken;
}

/** What is shown in one go: one token, or the digits of one number. */
export interface Segment {
  /** As read: the digits of a number written units first stand the right way round. */
  readonly text: string;
  /** A space goes before it. Never true for the first segment. */
  readonly spaced: boolean;
  readonly role: TokenRole;
  /** The strategy put some of it there. */
  readonly forced: boolean;
  /** In reading order; their texts make `text`. */
  readonly pieces: readonly TextPiece[];
}

const isNumber = (text: string): boolean => /^[0-9?]+$/.test(text);

/** Segments of a whole trace, in reading order. */
export function segmentsOf(tokens: readonly LoggedToken[]): readonly Segment[] {
  return extendSegments([], tokens);
}

/**
 * Segments of `tokens`, given those of some first part of them. All but the last are taken over as they are (the same
 * objects), because a token that arrives later can only change the number it belongs to.
 */
export function extendSegments(
  known: readonly Segment[],
  tokens: readonly LoggedToken[],
): readonly Segment[] {
  const segments = [...known];
  let index = known.reduce((count, segment) => count + segment.pieces.length, 0);
  for (const token of tokens.slice(index)) {
    const piece = { index, token };
    const last = segments.at(-1);
    if (last && continuesNumber(last, token)) {
      segments[segments.length - 1] = {
        ...last,
        text: token.text + last.text,
        forced: last.forced || token.forced,
        pieces: [piece, ...last.pieces],
      };
    } else {
      segments.push({
        text: token.text,
        spaced: needsSpace(last, token),
        role: token.role,
        forced: token.forced,
        pieces: [piece],
      });
    }
    index += 1;
  }
  return segments;
}

/** Those segments of a trace that its first `length` tokens make alone. */
export function segmentsWithin(segments: readonly Segment[], length: number): readonly Segment[] {
  let [count, tokens] = [0, 0];
  for (const { pieces } of segments) {
    tokens += pieces.length;
    if (tokens > length) break;
    count += 1;
  }
  return segments.slice(0, count);
}

function continuesNumber(last: Segment, token: LoggedToken): boolean {
  return (
    token.placement === 'digit' && isNumber(token.text) && last.role === token.role && isNumber(last.text)
  );
}

function needsSpace(last: Segment | undefined, token: LoggedToken): boolean {
  if (!last) return false;
  switch (token.placement) {
    case 'word':
      return true;
    case 'joined':
      return false;
    case 'digit':
      // The first digit of a number: close to an operator or bracket, apart from a word, a tag or another number.
      return /[\p{L}\p{N}>]$/u.test(last.text);
  }
}

/** Whether what comes after it begins a line of its own: steps, and lines that the model itself ended. `Wait` has one to itself. */
export const endsLine = ({ role, text }: Segment): boolean =>
  role === 'wait' || text === ']' || text === ';' || text.endsWith('\n');

/** The trace as a person reads it, tags such as `</think>` included. */
export function traceText(tokens: readonly LoggedToken[]): string {
  return segmentText(segmentsOf(tokens));
}

export function segmentText(segments: readonly Segment[]): string {
  return segments
    .map((segment, index) => (index > 0 && segment.spaced ? ` ${segment.text}` : segment.text))
    .join('');
}

/** What was thought and what was answered, tags left out. */
export function splitTrace(tokens: readonly LoggedToken[]): {
  readonly thought: string;
  readonly answer: string;
} {
  const of = (...roles: readonly TokenRole[]) =>
    traceText(tokens.filter((token) => roles.includes(token.role)));
  return { thought: of('thought', 'wait'), answer: of('answer') };
}
