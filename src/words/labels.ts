import type { SequenceLabel } from '#run/facts/label.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import { labels } from './en/labels.ts';
import { say } from './say.ts';

/** `Trace 3`; `Trace` where it is the only one. */
export function labelText(label: SequenceLabel): string {
  return say(labels.kinds, label);
}

/** A sequence in a sentence: `Trace 3`; the only trace has no number, and is `The trace`, or `the trace` amid a sentence. */
export function nameOf(state: RunState, number: number, place: 'start' | 'middle' = 'start'): string {
  const label = sequenceOf(state, number)?.label ?? { kind: 'trace', number: number + 1 };
  if (label.kind === 'only-trace') return place === 'start' ? labels.theTrace : labels.theTraceAmid;
  return labelText(label);
}
