import { useMemo, useState } from 'react';
import type { LoggedToken } from '#run/events.ts';
import { extendSegments, type Segment, segmentsOf, segmentsWithin } from '#run/trace-text.ts';

export interface TraceParts {
  readonly thought: readonly Segment[];
  readonly answer: readonly Segment[];
}

/** A trace's tokens as segments, thought and answer apart. Only what is new is read again while the trace grows. */
export function useTraceParts(tokens: readonly LoggedToken[]): TraceParts {
  const [read] = useState(traceReader);
  return useMemo(() => read(tokens), [read, tokens]);
}

/** Reads one trace again and again as it grows or is stepped back; remembers the most it has read of it. */
export function traceReader(): (tokens: readonly LoggedToken[]) => TraceParts {
  let known: { readonly tokens: readonly LoggedToken[]; readonly segments: readonly Segment[] } = {
    tokens: [],
    segments: [],
  };
  return (tokens) => {
    const last = Math.min(tokens.length, known.tokens.length) - 1;
    const isSame = last < 0 || tokens[last] === known.tokens[last];
    if (isSame && tokens.length < known.tokens.length)
      return splitParts(extendSegments(segmentsWithin(known.segments, tokens.length), tokens));
    known = { tokens, segments: isSame ? extendSegments(known.segments, tokens) : segmentsOf(tokens) };
    return splitParts(known.segments);
  };
}

/** The answer begins with its first token; the tag that closes the thinking belongs to the thinking. */
function splitParts(segments: readonly Segment[]): TraceParts {
  const at = segments.findIndex((segment) => segment.role === 'answer');
  return at < 0
    ? { thought: segments, answer: [] }
    : { thought: segments.slice(0, at), answer: segments.slice(at) };
}
