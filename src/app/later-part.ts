import { fetchPart } from './fetch-part.ts';

/** A part of the page that is fetched when it is first needed, or before, when nothing else goes on. */
export interface LaterPart<Part> {
  /** The part; null until it has come. */
  readonly here: () => Part | null;
  /** Rejects as `fetchPart` does; asked again, it tries again. */
  readonly come: () => Promise<Part>;
}

export function laterPart<Part>(load: () => Promise<Part>): LaterPart<Part> {
  let here: Part | null = null;
  // Shared by all who wait: only the first of several imports waits for the part's styles.
  let coming: Promise<Part> | null = null;
  const fetchIt = async () => {
    try {
      return (here = await fetchPart(load));
    } finally {
      coming = null;
    }
  };
  return {
    here: () => here,
    come: async () => here ?? (await (coming ??= fetchIt())),
  };
}

/** Milliseconds after which a part is fetched even if the page has not been idle. */
const patience = 2000;

/** Fetches parts once the page has nothing else to do. One that does not come is asked for again where it is needed. */
export function fetchWhenIdle(...parts: readonly LaterPart<unknown>[]): () => void {
  const fetchAll = () => {
    for (const part of parts) part.come().catch(() => undefined);
  };
  // Safari has no idle callback yet.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(fetchAll, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(fetchAll, { timeout: patience });
  return () => cancelIdleCallback(handle);
}
