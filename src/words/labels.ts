import type { SequenceLabel } from '#run/facts/label.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import { events } from './en/events.ts';
import { say } from './say.ts';

/** `Trace 3`; `Trace` where it is the only one. */
export function labelText(label: SequenceLabel): string {
  return say(events.labels, label);
}

/** A sequence in a sentence: `Trace 3`; the only trace has no number, and is `The trace`, or `the trace` amid a sentence. */
export function nameOf(state: RunState, number: number, place: 'start' | 'middle' = 'start'): string {
  const label = sequenceOf(state, number)?.label ?? { kind: 'trace', number: number + 1 };
  if (label.kind === 'only-trace') return place === 'start' ? events.theTrace : events.theTraceAmid;
  return labelText(label);
}
