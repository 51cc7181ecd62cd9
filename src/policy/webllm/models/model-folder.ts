/** A file of the folder, which is copied for its address now and then. */
const filesOfModels = /\/(?:[^/]+\.json|params_shard_\d+\.bin|README\.md)\/?$/;

/**
 * An address of a model's folder as WebLLM's `ModelRecord.model` takes it.
 *
 * WebLLM adds `resolve/main/`, Hugging Face's place of a repository's files, to every address without `/resolve/…/`, also
 * to a folder on an ordinary server, which has no such place. But it looks before the address is normalised: of
 * `…/model/resolve/main/../../` it makes `…/model/`. Accepted are a Hugging Face repository, any page or file of it, with or
 * without a branch, and any other folder, or a file in it.
 */
export function weightsAddress(address: string): string {
  const url = onHuggingFace(new URL(address)) ?? new URL(address);
  url.pathname = `${url.pathname.replace(filesOfModels, '')}/`.replace(/\/+$/, '/');
  return /.\/resolve\/[^/]+\//.test(url.href) ? url.href : `${url.href}resolve/main/../../`;
}

/** The address of a compiled library: of the file itself where a page about it was given. */
export function libraryAddress(address: string): string {
  const url = new URL(address);
  const [, repository, path] = /^(\/[^/]+\/[^/]+)\/(?:blob|raw)\/(.+)$/.exec(url.pathname) ?? [];
  if (url.hostname === 'github.com' && repository !== undefined)
    return new URL(`${repository}/${path}`, 'https://raw.githubusercontent.com').href;
  return (onHuggingFace(url) ?? url).href;
}

/** The folder that WebLLM fetches a model's files from; ends in a slash. Takes what `weightsAddress` gives, or takes. */
export function folderOf(weights: string): string {
  return new URL(weightsAddress(weights)).href;
}

/** Where the files are that a page of a Hugging Face repository shows: `/tree/v2` is about `/resolve/v2`. Null elsewhere. */
function onHuggingFace(url: URL): URL | null {
  if (!['huggingface.co', 'www.huggingface.co', 'hf.co'].includes(url.hostname)) return null;
  const [, repository, revision = 'main', path = ''] =
    /^(\/[^/]+\/[^/]+)(?:\/(?:tree|blob|raw|resolve)\/([^/]+)(\/.*)?|\/.*)?$/.exec(url.pathname) ?? [];
  return repository === undefined
    ? null
    : new URL(`${repository}/resolve/${revision}${path}`, 'https://huggingface.co');
}
