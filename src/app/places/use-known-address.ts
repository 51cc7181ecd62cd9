import { useEffect } from 'react';
import { unknownAddress } from '#app/store/transitions.ts';
import { useActions } from '#app/store/use-app.tsx';

/** Says that there is no such page where an address names nothing there is. @param instead what is shown then; the same function each time. */
export function useKnownAddress(known: boolean, instead: () => string): void {
  const app = useActions();
  useEffect(() => {
    if (!known) app.store.setState({ notice: unknownAddress(instead) });
  }, [app, known, instead]);
}
