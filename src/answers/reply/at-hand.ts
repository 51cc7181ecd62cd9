import * as replies from './replies.ts';

// What `#replies` is in Node, where nothing has to be fetched; for browsers see `fetched.ts`. package.json tells them apart.

/** Has the reader of replies loaded; rejects where it can't be fetched. */
export async function loadReplies(): Promise<typeof replies> {
  return replies;
}

/** The reader of replies. Throws where it was never loaded. */
export function loadedReplies(): typeof replies {
  return replies;
}
