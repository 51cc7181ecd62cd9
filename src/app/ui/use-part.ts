import { useEffect, useState } from 'react';
import type { LaterPart } from '../later-part.ts';

/**
 * A part of the page that is no component; null until it has come. Parts beside it say where it does not. It is asked for again
 * when the browser is back online.
 */
export function usePart<Part>(part: LaterPart<Part>): Part | null {
  const [tries, setTries] = useState(0);
  const here = part.here();
  useEffect(() => {
    if (here) return;
    const again = () => setTries(tries + 1);
    part.come().then(again, () => addEventListener('online', again, { once: true }));
    return () => removeEventListener('online', again);
  }, [part, here, tries]);
  return here;
}
