import * as replies from './replies.ts';

// `#replies` in Node, where nothing has to be fetched; in browsers it is `fetched.ts` (see `imports` in package.json).

/** Loads the reader of replies. Rejects if it can't be fetched. */
export async function loadReplies(): Promise<typeof replies> {
  return replies;
}

/** The reader of replies. Throws if it was not loaded. */
export function loadedReplies(): typeof replies {
  return replies;
}
