/**
 * An address of a model's folder as WebLLM's `ModelRecord.model` takes it.
 *
 * WebLLM adds `resolve/main/`, Hugging Face's place of a repository's files, to every address without `/resolve/…/`, also
 * to a folder on an ordinary server, which has no such place. But it looks before the address is normalised: of
 * `…/model/resolve/main/../../` it makes `…/model/`. Accepted are a Hugging Face repository, with or without
 * `/resolve/branch`, and any other folder.
 */
export function weightsAddress(address: string): string {
  const url = new URL(address);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  if (/.\/resolve\/[^/]+\//.test(url.href)) return url.href;
  const isRepository = url.hostname === 'huggingface.co' && /^\/[^/]+\/[^/]+\/$/.test(url.pathname);
  return `${url.href}resolve/main/${isRepository ? '' : '../../'}`;
}

/** The folder that WebLLM fetches a model's files from; ends in a slash. Takes what `weightsAddress` gives, or takes. */
export function folderOf(weights: string): string {
  return new URL(weightsAddress(weights)).href;
}
