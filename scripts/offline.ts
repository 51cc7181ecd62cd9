import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { notePackages } from './licences.ts';
import { sortFiles } from '../src/worker/offline/build-files.ts';

const entry = fileURLToPath(new URL('../src/worker/offline/service-worker.ts', import.meta.url));

/** Vite plugin: after a build, the service worker, with the list of all files that were built. */
export function offline(): Plugin {
  let outDir = 'dist';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      ({ outDir } = config.build);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
          .filter((file) => file.isFile())
          .map((file) => join(file.parentPath, file.name))
          .map((path) => ({ url: relative(outDir, path).split(sep).join('/'), hash: hashOf(path) }))
          // Written last (scripts/licences.ts), as it names what the service worker is made of too.
          .concat({ url: 'licences.txt', hash: hashOf('package-lock.json') })
          .toSorted((a, b) => (a.url < b.url ? -1 : 1));
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          plugins: [notePackages()],
          define: { BUILD_FILES: JSON.stringify(sortFiles(files)), 'process.env.NODE_ENV': '"production"' },
          build: {
            outDir,
            emptyOutDir: false,
            rolldownOptions: {
              input: entry,
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        });
      },
    },
  };
}

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
