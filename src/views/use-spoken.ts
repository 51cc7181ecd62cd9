import { type DependencyList, useMemo, useSyncExternalStore } from 'react';
import { onSpeak, spokenLocale } from '#words/language.ts';

/** The tag of the language that is spoken. What React would not draw again by itself asks for it: parts in `memo`, effects that write words. */
export function useSpoken(): string {
  return useSyncExternalStore(onSpeak, spokenLocale);
}

/** As `useMemo`, of what has words in it: made again when another language is spoken. */
export function useWorded<Made>(make: () => Made, needs: DependencyList): Made {
  const locale = useSpoken();
  // oxlint-disable-next-line react/use-memo, react-hooks/exhaustive-deps -- needs are the caller's
  return useMemo(make, [...needs, locale]);
}
