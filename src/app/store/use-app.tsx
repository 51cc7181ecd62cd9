import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { App } from './app.ts';
import type { AppState } from './app-state.ts';

const AppContext = createContext<App | null>(null);

export function AppProvider({ app, children }: { readonly app: App; readonly children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

/** What a person can do, and the services behind it. */
export function useActions(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useActions needs an AppProvider above it');
  return app;
}

/** A part of the state; the component is drawn again when that part has changed. */
export function useApp<T>(part: (state: AppState) => T): T {
  return useStore(useActions().store, part);
}
