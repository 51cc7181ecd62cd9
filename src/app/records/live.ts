const prefix = 'second-thought.run.';

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
    ?.request(prefix + id, () => held)
    .catch(() => undefined);
  return release;
}

/** Resolves once none of these runs goes on in any tab, which may be never; rejects when it is no longer waited for. */
export async function whenOver(ids: readonly string[], signal: AbortSignal): Promise<void> {
  for (const id of ids) await locksHere()?.request(prefix + id, { signal, mode: 'shared' }, () => undefined);
}

/** The runs that go on in some tab; null where the browser cannot say. */
export async function liveRuns(): Promise<ReadonlySet<string> | null> {
  const found = await locksHere()
    ?.query()
    .catch(() => null);
  if (!found) return null;
  const names = (found.held ?? []).map(({ name = '' }) => name);
  return new Set(names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}
