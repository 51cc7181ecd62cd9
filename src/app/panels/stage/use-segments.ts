import { useMemo, useRef } from 'react';
import type { LoggedToken } from '../../../run/events.ts';
import { extendSegments, type Segment, segmentsOf } from '../../../run/trace-text.ts';

export interface TraceParts {
  readonly thought: readonly Segment[];
  readonly answer: readonly Segment[];
}

/** A trace's tokens as segments, thought and answer apart. Only what is new is read again while the trace grows. */
export function useTraceParts(tokens: readonly LoggedToken[]): TraceParts {
  const known = useRef<{ tokens: readonly LoggedToken[]; segments: readonly Segment[] }>({ tokens: [], segments: [] });
  return useMemo(() => {
    const before = known.current;
    const last = before.tokens.length - 1;
    const grows = tokens.length >= before.tokens.length && (last < 0 || tokens[last] === before.tokens[last]);
    const segments = grows ? extendSegments(before.segments, tokens) : segmentsOf(tokens);
    known.current = { tokens, segments };
    return splitParts(segments);
  }, [tokens]);
}

/** The answer begins with its first token; the tag that closes the thinking belongs to the thinking. */
function splitParts(segments: readonly Segment[]): TraceParts {
  const at = segments.findIndex((segment) => segment.role === 'answer');
  return at < 0 ? { thought: segments, answer: [] } : { thought: segments.slice(0, at), answer: segments.slice(at) };
}
