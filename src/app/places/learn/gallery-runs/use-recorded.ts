import { type RefObject, useEffect, useState } from 'react';
import type { PresetId } from '#experiment/presets.ts';
import type { LogEntry } from '#run/events.ts';
import { useMedia } from '#app/ui/use-media.ts';
import { readRunFile } from '#app/store/files.ts';

/** Moves in which a recorded run plays on a card, and milliseconds between them: under five seconds in all. */
const moves = 44;
const pause = 100;

/** The recorded run of a preset, fetched once its card is seen; null before, and where there is none. It is read as carefully as any file. */
export function useRecorded(frame: RefObject<HTMLElement | null>, id: PresetId): readonly LogEntry[] | null {
  const [entries, setEntries] = useState<readonly LogEntry[] | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const stop = new AbortController();
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      fetchRecorded(id, stop.signal).then(
        (found) => stop.signal.aborted || setEntries(found),
        () => undefined,
      );
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      stop.abort();
    };
  }, [frame, id]);
  return entries;
}

async function fetchRecorded(id: PresetId, signal: AbortSignal): Promise<readonly LogEntry[] | null> {
  const response = await fetch(new URL(`recorded/${id}.json.gz`, document.baseURI), { signal });
  if (!response.ok) return null;
  const read = await readRunFile(await response.blob());
  return read.ok ? read.entries : null;
}

/** How many entries of a log are shown: it plays once, or stands at its end where motion is unwelcome. */
export function usePlayed(entries: readonly LogEntry[] | null): number {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [shown, show] = useState(0);
  const length = entries?.length ?? 0;
  useEffect(() => {
    if (length === 0 || still) return;
    let move = 0;
    const timer = setInterval(() => {
      move++;
      show(Math.ceil((length * move) / moves));
      if (move >= moves) clearInterval(timer);
    }, pause);
    return () => clearInterval(timer);
  }, [length, still]);
  return still ? length : Math.min(shown, length);
}
