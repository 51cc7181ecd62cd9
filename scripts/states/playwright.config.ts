import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** As the browser tests', of this folder. */
const root = join(import.meta.dirname, '../..');
const server = [base.webServer ?? []].flat().map((one) => ({ ...one, cwd: root }));
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'states.look.ts',
  outputDir: join(root, 'test-results/browser'),
  projects: [{ name: 'states' }],
  timeout: 180_000,
  reporter: [['list']],
  webServer: server,
});
