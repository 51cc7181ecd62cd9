import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { entries, manifestFiles } from '../src/policy/embedded/catalog/read.ts';

const name = 'virtual:embedded-models';
const resolved = `\0${name}`;

/** Vite plugin for `virtual:embedded-models`: what the manifests in public/models say, so that a page can list the models without fetching them. */
export function embeddedModels(): Plugin {
  return {
    name: 'embedded-models',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      for (const file of manifestFiles) this.addWatchFile(fileURLToPath(file));
      return `export const entries = ${JSON.stringify(entries)};`;
    },
  };
}
