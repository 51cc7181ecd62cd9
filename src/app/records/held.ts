/** Long enough for the page before a reload to let go. */
const patience = 1500;

/** Holds a lock of all tabs; null where another tab does. Where the browser has none, as over plain http, each tab is on its own. */
export function held(name: string): Promise<(() => void) | null> {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    locks
      .request(
        name,
        { signal: AbortSignal.timeout(patience) },
        () => new Promise<void>((release) => resolve(release)),
      )
      .catch(() => resolve(null));
  });
}
