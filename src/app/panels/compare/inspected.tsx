import type { ReactNode } from 'react';
import { AppProvider } from '#app/store/use-app.tsx';
import { useStages, useStagesState } from './use-stages.ts';

/** What is in it speaks of the side in which something was selected last. */
export function Inspected({ children }: { readonly children: ReactNode }) {
  const stages = useStages();
  const side = useStagesState((state) => state.inspected);
  return side === null ? null : <AppProvider app={stages.appOf(side)}>{children}</AppProvider>;
}
