import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * A group of the bundler's: one file for all that a part which is fetched later imports. The part itself stays a file of its own with
 * the names that it exports, so that it can be asked for anew under another address (`src/app/fetch-part.ts`).
 */
export function importsOf(part: string, name: string): { name: string; test: (id: string) => boolean } {
  const imported = [...readFileSync(part, 'utf8').matchAll(/from '([#.][^']+)'/g)].map(([, path = '']) =>
    resolve(path.startsWith('#') ? path.replace('#', 'src/') : join(dirname(part), path)),
  );
  return { name, test: (id) => imported.includes(id) };
}
