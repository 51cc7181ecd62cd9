import { useRef, useState } from 'react';
import type { Failure } from '#run/events.ts';
import { problemSetLimits } from '#experiment/problem-set-faults.ts';
import { type ReadProblemSet, readProblemSetFile } from '#lab/problem-sets/read-problem-set.ts';

export type OwnReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly failure: Failure }
  | { readonly kind: 'read'; readonly read: ReadProblemSet };

/** Reads a file that was handed in, and again without its bad lines. @param onRead what came of it. */
export function useOwnSet(onRead: (read: ReadProblemSet) => void) {
  const [reading, setReading] = useState<OwnReading>({ kind: 'none' });
  const latest = useRef<{ readonly name: string; readonly bytes: Uint8Array } | null>(null);
  /** A file that is still being read when another one comes has had its time. */
  const turn = useRef(0);

  function take(leaveOut: boolean): void {
    if (!latest.current) return;
    const read = readProblemSetFile(latest.current.bytes, latest.current.name, { leaveOut });
    setReading({ kind: 'read', read });
    onRead(read);
  }

  async function open(file: File): Promise<void> {
    const own = ++turn.current;
    setReading({ kind: 'reading', name: file.name });
    try {
      // One byte more than may be is enough to tell.
      const content = await file.slice(0, problemSetLimits.bytes + 1).arrayBuffer();
      if (own !== turn.current) return;
      latest.current = { name: file.name, bytes: new Uint8Array(content) };
      take(false);
    } catch {
      if (own === turn.current) setReading({ kind: 'unreadable', failure: { code: 'file-unreadable' } });
    }
  }

  return { reading, open, leaveOut: () => take(true) };
}
