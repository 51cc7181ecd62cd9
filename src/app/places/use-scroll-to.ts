import { useEffect } from 'react';

/** Brings what the address names into view. */
export function useScrollTo(area: 'lab' | 'learn', within: string | null): void {
  useEffect(() => {
    if (within !== null) document.getElementById(`${area}-${within}`)?.scrollIntoView({ block: 'start' });
  }, [area, within]);
}
