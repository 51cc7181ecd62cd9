import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses: the built page works from any folder of any server.
  base: './',
  plugins: [react()],
  // So that a site without a recorded run does not ask for one.
  define: { HAS_RECORDED_RUN: JSON.stringify(existsSync('public/recorded/first-visit.json')) },
  worker: { format: 'es' },
  // WebAssembly SIMD needs a browser of 2023 or later anyway.
  build: { target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'], sourcemap: true },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts?(x)', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'e2e/**'],
  },
});
