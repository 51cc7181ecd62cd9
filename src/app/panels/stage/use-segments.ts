import { useMemo, useState } from 'react';
import type { LoggedToken } from '#run/events.ts';
import { extendSegments, type Segment, segmentsOf } from '#run/trace-text.ts';

export interface TraceParts {
  readonly thought: readonly Segment[];
  readonly answer: readonly Segment[];
}

/** A trace's tokens as segments, thought and answer apart. Only what is new is read again while the trace grows. */
export function useTraceParts(tokens: readonly LoggedToken[]): TraceParts {
  const [read] = useState(traceReader);
  return useMemo(() => read(tokens), [read, tokens]);
}

/** Reads one trace again and again as it grows or is stepped back; remembers what it read last. */
export function traceReader(): (tokens: readonly LoggedToken[]) => TraceParts {
  let before: { readonly tokens: readonly LoggedToken[]; readonly segments: readonly Segment[] } = {
    tokens: [],
    segments: [],
  };
  return (tokens) => {
    const last = before.tokens.length - 1;
    const grows = tokens.length >= before.tokens.length && (last < 0 || tokens[last] === before.tokens[last]);
    const segments = grows ? extendSegments(before.segments, tokens) : segmentsOf(tokens);
    before = { tokens, segments };
    return splitParts(segments);
  };
}

/** The answer begins with its first token; the tag that closes the thinking belongs to the thinking. */
function splitParts(segments: readonly Segment[]): TraceParts {
  const at = segments.findIndex((segment) => segment.role === 'answer');
  return at < 0
    ? { thought: segments, answer: [] }
    : { thought: segments.slice(0, at), answer: segments.slice(at) };
}
