const runs = 'second-thought.run.';
const sweeps = 'second-thought.sweep.';

/** The lock of the tab that runs a sweep. */
export const sweepLock = (id: string): string => sweeps + id;

/** Locks of all pages of this site; null where the browser has none, as over plain http. */
const locksHere = (): LockManager | null =>
  'navigator' in globalThis ? ((navigator as { readonly locks?: LockManager }).locks ?? null) : null;

/** Says to all tabs that a run goes on in this one, until it is let go or the page is gone. */
export function holdRun(id: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  locksHere()
    ?.request(runs + id, () => held)
    .catch(() => undefined);
  return release;
}

/** Resolves once none of these runs goes on in any tab, which may be never; rejects when it is no longer waited for. */
export async function whenOver(ids: readonly string[], signal: AbortSignal): Promise<void> {
  for (const id of ids) await locksHere()?.request(runs + id, { signal, mode: 'shared' }, () => undefined);
}

/** The runs that go on in some tab; null where the browser cannot say. */
export const liveRuns = (): Promise<ReadonlySet<string> | null> => heldUnder([runs]);

/** The runs and sweeps that go on in some tab: what is kept of them is not to be let go. Null as above. */
export const liveRecords = (): Promise<ReadonlySet<string> | null> => heldUnder([runs, sweeps]);

async function heldUnder(prefixes: readonly string[]): Promise<ReadonlySet<string> | null> {
  const found = await locksHere()
    ?.query()
    .catch(() => null);
  if (!found) return null;
  const names = (found.held ?? []).map(({ name = '' }) => name);
  return new Set(
    names.flatMap((name) => {
      const prefix = prefixes.find((one) => name.startsWith(one));
      return prefix === undefined ? [] : [name.slice(prefix.length)];
    }),
  );
}
