import type * as Replies from './replies.ts';

// What `#replies` is in a browser: the first load goes without the reader of mathematics.

let loaded: typeof Replies | null = null;

/** Has the reader of replies loaded; rejects where it can't be fetched. */
export async function loadReplies(): Promise<typeof Replies> {
  loaded ??= await import('./replies.ts');
  return loaded;
}

/** The reader of replies. Throws where it was never loaded. */
export function loadedReplies(): typeof Replies {
  if (!loaded)
    throw new Error(
      'The reader of replies was not loaded: loadReplies comes before the first answer in words.',
    );
  return loaded;
}
