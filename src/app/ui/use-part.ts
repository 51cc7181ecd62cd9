import { useEffect, useState } from 'react';
import type { LaterPart } from '../later-part.ts';

/** A part of the page that is no component; null until it has come. Parts beside it say where it does not. */
export function usePart<Part>(part: LaterPart<Part>): Part | null {
  const [, came] = useState(false);
  const here = part.here();
  useEffect(() => {
    if (here) return;
    part.come().then(
      () => came(true),
      () => undefined,
    );
  }, [part, here]);
  return here;
}
