import { useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Where the setup stands beside the stage, and where the inspector does too. */
export const setupBeside = '(min-width: 768px)';
export const inspectorBeside = '(min-width: 1180px)';
