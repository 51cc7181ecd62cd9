import type { LoggedToken } from '#run/token.ts';
import { endsLine, type Segment, segmentsOf, segmentText } from '#run/trace-text.ts';

/** A line of a thought: a step, a `Wait`, or the answer at its end. */
export interface ThoughtLine {
  readonly kind: 'step' | 'wait' | 'answer';
  readonly text: string;
  /** Which step it is, from 1; null for what is none. */
  readonly step: number | null;
}

/** A trace as Play writes it, one line a step and the answer apart; tags such as `</think>` are left out. */
export function thoughtLines(tokens: readonly LoggedToken[]): readonly ThoughtLine[] {
  const lines: Segment[][] = [];
  let last: Segment | undefined;
  for (const segment of segmentsOf(tokens)) {
    const goesOn = last && last.role === segment.role && !endsLine(last);
    last = segment;
    if (segment.role === 'control') continue;
    if (goesOn) lines.at(-1)?.push(segment);
    else lines.push([segment]);
  }
  let steps = 0;
  return lines.flatMap((line) => {
    const text = segmentText(line).trim();
    if (text === '') return [];
    const kind = kindOf(line[0]);
    return [{ kind, text, step: kind === 'step' ? ++steps : null }];
  });
}

function kindOf(segment: Segment | undefined): ThoughtLine['kind'] {
  if (segment?.role === 'wait' || segment?.role === 'answer') return segment.role;
  return 'step';
}
