import { useMemo } from 'react';
import type { LogEntry } from '#run/events.ts';
import { allMarks } from '#run/marks.ts';
import { TimelineMarks } from '#views/timeline/timeline-marks.tsx';

/** The marks of a run over the timeline. */
export function RunMarks({ log, width }: { readonly log: readonly LogEntry[]; readonly width: number }) {
  const marks = useMemo(() => allMarks(log), [log]);
  return <TimelineMarks marks={marks} length={log.length} width={width} />;
}
