import { type RefObject, useEffect, useState } from 'react';
import type { PresetId } from '#experiment/presets.ts';
import type { LogEntry } from '#run/events.ts';
import { useMedia } from '#app/ui/use-media.ts';
import { readRunFile } from '#app/store/files.ts';

/** Moves in which a recorded run plays on a card, and milliseconds between them: under five seconds in all. */
const moves = 44;
const pause = 100;

/** Whether the element was ever seen, or was within `margin` of what is seen. */
export function useSeen(frame: RefObject<HTMLElement | null>, margin: string): boolean {
  const [seen, see] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        see(true);
      },
      // Only the box that scrolls can look beyond its own edges.
      { root: element.closest('.scrolls'), rootMargin: `${margin} 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, margin]);
  return seen;
}

/** The recorded run of a preset, fetched once its card is near; null before, and where there is none. It is read as carefully as any file. */
export function useRecorded(id: PresetId, near: boolean): readonly LogEntry[] | null {
  const [entries, setEntries] = useState<readonly LogEntry[] | null>(null);
  useEffect(() => {
    if (!near) return;
    const stop = new AbortController();
    fetchRecorded(id, stop.signal).then(
      (found) => stop.signal.aborted || setEntries(found),
      () => undefined,
    );
    return () => stop.abort();
  }, [id, near]);
  return entries;
}

async function fetchRecorded(id: PresetId, signal: AbortSignal): Promise<readonly LogEntry[] | null> {
  const response = await fetch(new URL(`recorded/${id}.json.gz`, document.baseURI), { signal });
  if (!response.ok) return null;
  const read = await readRunFile(await response.blob());
  return read.ok ? read.entries : null;
}

/** How many entries of a log are shown: it plays once it is seen, or stands at its end where motion is unwelcome. */
export function usePlayed(entries: readonly LogEntry[], seen: boolean): number {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [shown, show] = useState(0);
  const { length } = entries;
  useEffect(() => {
    if (!seen || still) return;
    let move = 0;
    const timer = setInterval(() => {
      move++;
      show(Math.ceil((length * move) / moves));
      if (move >= moves) clearInterval(timer);
    }, pause);
    return () => clearInterval(timer);
  }, [length, seen, still]);
  return still ? length : Math.min(shown, length);
}
