import { laterPart } from '../later-part.ts';
import { readPreference } from '../preferences.ts';
import { keepsNothing, type RunArchive } from './archive.ts';
import type { Recorder } from './recorder.ts';
import { shownRecord } from './shown-record.ts';

/** All of what keeps runs; fetched once the page stands. */
export const recordsPart = laterPart(() => import('./parts.ts'));

/** Whether runs are kept on this computer; a person can say no. */
export const keepsRuns = (): boolean => readPreference('keep-runs', 'on') === 'on';

/** Keeps runs in the browser's database. */
export function keepRuns(): RunArchive {
  let missing = false;
  const withRecorder = (use: (recorder: Recorder) => void) => {
    const part = recordsPart.here();
    if (part) use(part.recorder);
    else if (!missing)
      recordsPart.come().then(
        ({ recorder }) => use(recorder),
        () => {
          // It is not asked for again with every step of the run.
          missing = true;
        },
      );
  };
  return {
    grew: (entries, from) =>
      keepsRuns() ? withRecorder((recorder) => recorder.grew(entries, from)) : undefined,
    left: (entries) => withRecorder((recorder) => recorder.left(entries)),
    shownBefore: async () => {
      const id = wasReloaded() ? shownRecord.get() : null;
      return id === null ? keepsNothing.shownBefore() : (await recordsPart.come()).openRecord(id);
    },
    restored(entries) {
      const id = shownRecord.get();
      if (id !== null) withRecorder((recorder) => recorder.belongs(entries, id));
    },
  };
}

const wasReloaded = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload');
