/** The catalogue, read from the manifests when the page is built; see scripts/embedded-models.ts. */
declare module 'virtual:embedded-models' {
  import type { CatalogEntry } from '#policy/embedded/catalog/entry.ts';
  export const entries: readonly CatalogEntry[];
}
