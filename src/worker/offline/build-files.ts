/** A file of the build: its address under the page's, and what changes when it does; null where its name does already. */
export interface BuildFile {
  readonly url: string;
  readonly revision: string | null;
}

/** The files of a build, by when a browser keeps them. */
export interface BuildFiles {
  /** With the first visit: everything that the page itself is made of. */
  readonly page: readonly BuildFile[];
  /** When they are first used, or asked for: models, and what few need. */
  readonly used: readonly BuildFile[];
}

/** Names that Vite gives hold a hash of what is in them. */
const named = /^assets\/.*-[\w-]{8}\.\w+$/;
/** WebLLM alone is as large as everything else; nobody reads all languages. */
const seldom = /^assets\/(webllm-|words\/)|^recorded\/.*\.gz$/;
const notKept = /\.map$|^service-worker\.js$|\.md$|^preview\.png$|^schema\//;

/**
 * Sorts the files of a build.
 *
 * @param files their addresses under the page's and the hash of what is in each.
 */
export function sortFiles(files: readonly { readonly url: string; readonly hash: string }[]): BuildFiles {
  const kept = files
    .filter(({ url }) => !notKept.test(url))
    .map(({ url, hash }): BuildFile => ({ url, revision: named.test(url) ? null : hash }));
  const whenUsed = ({ url }: BuildFile) => url.startsWith('models/') || seldom.test(url);
  return { page: kept.filter((file) => !whenUsed(file)), used: kept.filter(whenUsed) };
}
