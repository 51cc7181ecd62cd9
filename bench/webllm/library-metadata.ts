/** What a compiled MLC library tells of the model it was compiled for. */
export interface LibraryMetadata {
  readonly model_type: string;
  readonly quantization: string;
  readonly context_window_size: number;
  readonly prefill_chunk_size: number;
  readonly max_batch_size: number;
  readonly params: readonly LibraryParameter[];
}

export interface LibraryParameter {
  readonly name: string;
  /** A word such as `vocab_size` where the library takes any size. */
  readonly shape: readonly (number | string)[];
  readonly dtype: string;
}

/**
 * Reads the metadata out of a library's bytes. It is what the library's own `_metadata` function returns: JSON that lies
 * as one string in the data section, so that neither WebAssembly nor a GPU is needed to read it.
 */
export function readLibraryMetadata(library: Uint8Array): LibraryMetadata {
  const text = Buffer.from(library).toString('latin1');
  const parameters = text.search(/"params": ?\[/);
  const start = text.lastIndexOf('{"', parameters);
  if (parameters < 0 || start < 0)
    throw new Error('This is no MLC library: it has no metadata with a list of parameters.');
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return JSON.parse(text.slice(start, at + 1)) as LibraryMetadata;
  }
  throw new Error('The metadata of this library has no end.');
}
