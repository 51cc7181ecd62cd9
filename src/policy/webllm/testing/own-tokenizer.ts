import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

interface OwnTokenizer {
  encode(text: string): Iterable<number>;
}
interface OwnLibrary {
  readonly Tokenizer: { fromJSON(json: ArrayBufferLike): Promise<OwnTokenizer> };
}

/**
 * The tokeniser inside WebLLM (Hugging Face's Rust library as WebAssembly), which it does not export: cut out of its bundle.
 * For a test that holds ours against it.
 */
export function ownTokenizers(): OwnLibrary {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@mlc-ai/web-llm');
  const bundle = readFileSync(path, 'utf8');
  const start = bundle.indexOf('function requireLib ()');
  const end = bundle.indexOf('\nvar ', start);
  if (start < 0 || end < 0)
    throw new Error('WebLLM’s bundle is built in another way: find its tokeniser anew.');
  const part = bundle.slice(start, end);
  const code = part
    .slice(0, part.lastIndexOf('}') + 1)
    .replaceAll('"MLC_DUMMY_PATH"', JSON.stringify(pathToFileURL(path).href));
  const holder = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the bundle's own code, in a test
  const load = new Function(
    'lib$1',
    'lib',
    'createRequire',
    '__dirname',
    '__filename',
    'require',
    `var hasRequiredLib; ${code}; return requireLib();`,
  );
  return load(holder, holder.exports, () => require, '', path, require) as OwnLibrary;
}
