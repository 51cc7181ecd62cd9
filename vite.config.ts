import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';
import { contentPolicyInPage, pageHeaders } from './scripts/content-policy.ts';
import { embeddedModels } from './scripts/embedded-models.ts';
import { formulas } from './scripts/formulas.ts';
import { importsOf } from './scripts/later-parts.ts';
import { licences, notePackages } from './scripts/licences.ts';
import { offline } from './scripts/offline.ts';
import { previewCard } from './scripts/preview-card.ts';
import { webllmModels } from './scripts/webllm-models.ts';

/** Model libraries compiled for an older WebLLM can be tried with it: `SECOND_THOUGHT_WEBLLM=web-llm-0.2.79`. */
const webllm = process.env.SECOND_THOUGHT_WEBLLM;

export default defineConfig({
  // Relative addresses: the built page works from any folder of any server.
  base: './',
  plugins: [
    react(),
    embeddedModels(),
    webllmModels(webllm),
    formulas(),
    previewCard(process.env.SITE_URL),
    contentPolicyInPage(),
    notePackages(),
    offline(),
    licences(),
  ],
  resolve: { alias: webllm ? [{ find: /^@mlc-ai\/web-llm$/, replacement: webllm }] : [] },
  // So that a site without a recorded run does not ask for one.
  define: { HAS_RECORDED_RUN: JSON.stringify(existsSync('public/recorded/first-visit.json')) },
  css: {
    modules: {
      localsConvention: 'camelCaseOnly',
      // Readable and the same in every build: `trace-card__head`.
      generateScopedName: (name, file) => `${basename(file).replace(/\.module\.css.*/, '')}__${name}`,
    },
  },
  worker: {
    format: 'es',
    plugins: () => [embeddedModels(), webllmModels(webllm), notePackages()],
    rolldownOptions: {
      // A worker is started anew under another address (src/worker/start-run-worker.ts). Later parts must not import its first file:
      // it would run twice.
      output: {
        // Notes for bundlers, which have done their work.
        comments: { annotation: false },
        codeSplitting: { groups: [{ name: 'work', tags: ['$initial'], test: /^(?!.*\.worker\.ts)/ }] },
      },
    },
  },
  build: {
    // WebAssembly SIMD needs a browser of 2023 or later anyway.
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    sourcemap: true,
    // What a later part imports is not fetched ahead of it: browsers do not ask again for a module that did not come, and the
    // part itself can be asked for under another address (src/app/fetch-part.ts).
    modulePreload: false,
    // What the first load brings stays in one file: cut up along what later parts share with it, it compresses worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'page', tags: ['$initial'], priority: 1 },
            // What every visit fetches once the page stands, and after a run. In pieces that are shared with later parts it was sixty
            // files, most of them smaller than what it takes to ask for one.
            importsOf('src/app/panels/side-parts.ts', 'beside'),
            importsOf('src/app/sweeps/here.ts', 'sweeping'),
            importsOf('src/app/records/parts.ts', 'recording'),
            importsOf('src/app/panels/thoughts/parts.ts', 'thinking'),
          ],
        },
        // Words of other languages by themselves: the service worker keeps those that are spoken.
        chunkFileNames: ({ facadeModuleId }) => {
          const [, language, room] = /\/src\/words\/(zh-\w+)\/(.+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
          if (!language || !room) return 'assets/[name]-[hash].js';
          const name = room === 'index' ? 'first' : room.replaceAll('/', '-');
          return `assets/words/${language}-${name}-[hash].js`;
        },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 4173, headers: pageHeaders },
  test: {
    environment: 'node',
    // Property tests on the real model take seconds, and several times that where the machine is shared; hooks open models and
    // remove whole folders, which waits for the disk.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By itself Vitest leaves one core free, which is half of a machine with two.
    maxWorkers: '100%',
    include: ['src/**/*.test.ts?(x)', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'e2e/**'],
  },
});
