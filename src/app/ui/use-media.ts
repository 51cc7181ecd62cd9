import { useMemo, useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  // One list for as long as it is asked for: a component that is drawn thirty times a second does not listen anew each time.
  const [subscribe, matches] = useMemo(() => {
    const list = matchMedia(query);
    return [
      (changed: () => void) => {
        list.addEventListener('change', changed);
        return () => list.removeEventListener('change', changed);
      },
      () => list.matches,
    ];
  }, [query]);
  return useSyncExternalStore(subscribe, matches);
}

/** Where the setup stands beside the stage, and where the inspector does too. */
export const setupBeside = '(min-width: 768px)';
export const inspectorBeside = '(min-width: 1180px)';

/** Whether this is a phone or a tablet without keys; with a keyboard comes a pointer that hovers, as a rule. */
export const useFingersOnly = (): boolean => useMedia('(hover: none) and (pointer: coarse)');
