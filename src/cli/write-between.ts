import { readFile, writeFile } from 'node:fs/promises';
import { cli } from '#words/en/cli.ts';
import { UsageError } from './usage-error.ts';

/**
 * Puts text between the lines `<!-- NAME -->` and `<!-- /NAME -->` of a file, in the place of what stands there.
 * Throws UsageError where the file has no such line.
 */
export async function writeBetween(path: URL, name: string, text: string): Promise<void> {
  const [first, last] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const page = await readFile(path, 'utf8');
  const start = page.indexOf(first);
  if (start < 0) throw new UsageError(cli.noMark({ file: path.pathname, mark: first }));
  const end = page.indexOf(last);
  const after = end < 0 ? page.slice(start + first.length) : page.slice(end + last.length);
  await writeFile(path, `${page.slice(0, start)}${first}\n${text}\n${last}${after}`);
}
