import type * as Replies from './replies.ts';

// `#replies` in a browser: the reader of mathematics is not part of the first load.

let loaded: typeof Replies | null = null;

/** Loads the reader of replies. Rejects if it can't be fetched. */
export async function loadReplies(): Promise<typeof Replies> {
  loaded ??= await import('./replies.ts');
  return loaded;
}

/** The reader of replies. Throws if it was not loaded. */
export function loadedReplies(): typeof Replies {
  if (!loaded)
    throw new Error(
      'The reader of replies was not loaded: loadReplies comes before the first answer in words.',
    );
  return loaded;
}
