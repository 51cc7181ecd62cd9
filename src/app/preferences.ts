import { useSyncExternalStore } from 'react';

/** Small choices that outlive the page. Storage may be refused or full; then they last as long as the page. */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();
const prefix = 'second-thought.';

export function readPreference(name: string, fallback: string): string {
  if (!memory.has(name)) {
    try {
      memory.set(name, localStorage.getItem(prefix + name) ?? fallback);
    } catch {
      memory.set(name, fallback);
    }
  }
  return memory.get(name) ?? fallback;
}

export function writePreference(name: string, value: string): void {
  memory.set(name, value);
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Refused: kept in memory only.
  }
  for (const listener of listeners) listener();
}

/** A preference and what sets it. */
export function usePreference(name: string, fallback: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => readPreference(name, fallback),
  );
  return [value, (next) => writePreference(name, next)];
}
