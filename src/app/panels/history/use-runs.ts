import { useEffect, useState } from 'react';
import { onRecordsChanged } from '#app/records/changes.ts';
import { liveRuns } from '#app/records/live.ts';
import { limitsWithin, type RecordLimits } from '#app/records/room.ts';
import { estimated, listRuns } from '#app/records/run-records.ts';
import type { RunRecord } from '#app/records/summary.ts';
import { listSweeps } from '#app/records/sweep-records.ts';

export interface KeptRuns {
  readonly runs: readonly RunRecord[];
  /** Those that go on in some tab. */
  readonly live: ReadonlySet<string>;
  /** Of runs and sweeps, as text. */
  readonly bytes: number;
  readonly limits: RecordLimits;
}

/** What is kept, as it is now, in whichever tab it changes. Null before it has been read; `refused` where the browser keeps nothing. */
export function useRuns(): KeptRuns | 'refused' | null {
  const [kept, put] = useState<KeptRuns | 'refused' | null>(null);
  useEffect(() => {
    let gone = false;
    let reading = false;
    let again = false;
    // A run that goes on changes what is kept more often than it need be read.
    const look = async (): Promise<void> => {
      again = reading;
      if (reading) return;
      reading = true;
      const now = await read().catch(() => 'refused' as const);
      reading = false;
      if (gone) return;
      put(now);
      if (again) await look();
    };
    void look();
    const stop = onRecordsChanged(() => void look());
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return kept;
}

async function read(): Promise<KeptRuns> {
  const [runs, sweeps, live, estimate] = await Promise.all([
    listRuns(),
    listSweeps(),
    liveRuns(),
    estimated(),
  ]);
  const bytes = [...runs, ...sweeps].reduce((sum, one) => sum + one.bytes, 0);
  return { runs, live: live ?? new Set(), bytes, limits: limitsWithin(estimate, bytes) };
}
