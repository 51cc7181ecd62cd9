import { readdirSync, readFileSync } from 'node:fs';
import { type CatalogEntry, catalogEntries } from './entry.ts';

const models = new URL('../../../../public/models/', import.meta.url);

/** The manifests of the models that ship with the project. */
export const manifestFiles: readonly URL[] = readdirSync(models, { withFileTypes: true })
  .filter((file) => file.isDirectory())
  .map(({ name }) => new URL(`${name}/manifest.json`, models));

/** The catalogue for Node, read from the folder. The page has it built in (built.ts). */
export const entries: readonly CatalogEntry[] = catalogEntries(
  manifestFiles.map((file) => readFileSync(file, 'utf8')),
);
