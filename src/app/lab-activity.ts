import { useSyncExternalStore } from 'react';

/** What the Lab does in this tab while something else is looked at. */
export type LabActivity = 'sweep' | 'training';

const goingOn = new Set<LabActivity>();
const listeners = new Set<() => void>();

export function tellLabActivity(activity: LabActivity, goes: boolean): void {
  if (goes) goingOn.add(activity);
  else goingOn.delete(activity);
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** What goes on; one where it is both. */
export function useLabActivity(): LabActivity | null {
  return useSyncExternalStore(subscribe, () => goingOn.values().next().value ?? null);
}
