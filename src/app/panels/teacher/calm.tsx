import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { later } from '#worker/watch.ts';
import { calmed } from '#app/store/calm-store.ts';
import { AppProvider, useActions } from '#app/store/use-app.tsx';

const now = () => performance.now();

/** What is in it is read: while a run moves it changes no faster than that can be done. */
export function Calm({ children }: { readonly children: ReactNode }) {
  const app = useActions();
  const calm = useMemo(() => calmed(app.store, now, later), [app]);
  const calmApp = useMemo(() => ({ ...app, store: calm.store }), [app, calm]);
  useLayoutEffect(() => calm.follow(), [calm]);
  return <AppProvider app={calmApp}>{children}</AppProvider>;
}
