import { useCallback, useSyncExternalStore } from 'react';

/** Small choices that outlive the page, the same in all pages of this site. Storage may be refused or full: what it did not take lasts as long as the page. */
const refused = new Map<string, string>();
const listeners = new Set<() => void>();
const prefix = 'second-thought.';

export function readPreference(name: string, fallback: string): string {
  try {
    return refused.get(name) ?? localStorage.getItem(prefix + name) ?? fallback;
  } catch {
    return fallback;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
    refused.delete(name);
  } catch {
    refused.set(name, value);
  }
  for (const listener of listeners) listener();
}

/** Does something while no other page of this site does anything under the same name; at once where the browser has no locks. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Not over plain http, say.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks ? locks.request(prefix + name, work) : work();
}

/** Calls back when another page of this site wrote a preference, or removed all. */
export function onPreferenceElsewhere(name: string, callback: () => void): () => void {
  const changed = ({ key }: StorageEvent) => {
    if (key === null || key === prefix + name) callback();
  };
  addEventListener('storage', changed);
  return () => removeEventListener('storage', changed);
}

/** A preference and what sets it. */
export function usePreference(name: string, fallback: string): readonly [string, (value: string) => void] {
  const subscribe = useCallback(
    (changed: () => void) => {
      listeners.add(changed);
      const forget = onPreferenceElsewhere(name, changed);
      return () => {
        listeners.delete(changed);
        forget();
      };
    },
    [name],
  );
  const value = useSyncExternalStore(subscribe, () => readPreference(name, fallback));
  const write = useCallback((next: string) => writePreference(name, next), [name]);
  return [value, write];
}
