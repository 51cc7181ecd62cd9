import { defineConfig } from '@playwright/test';

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Another port lets two checkouts of the project be tested side by side. */
const address = `http://localhost:${process.env.E2E_PORT ?? '4173'}/`;

/** About what a browser keeps, about several tabs, or with rights of their own: each of their tests has a browser profile of its own. */
const ofTheirOwn = /(history|machine|offline|own-models|records|redeploy|share|sweeps|two-tabs|webllm)\.spec/;

/** Browser tests run against the production build with the real worker and the real model. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  retries: 0,
  // A slow or busy machine takes several times as long as a quiet one.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    // But where a test is about them: what a page kept is not what the server has.
    serviceWorkers: 'block',
    trace: process.env.TRACE ? 'on' : 'off',
    launchOptions: {
      args: flags,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
  projects: [
    // One profile, cleared between two tests: a page that is still warm opens in half the time of a new one. As for people who wish
    // for less motion, which takes a sixth less of the machine; the others move.
    {
      name: 'page',
      testIgnore: ofTheirOwn,
      use: { reuseContext: true, contextOptions: { reducedMotion: 'reduce' } },
    },
    { name: 'profiles', testMatch: ofTheirOwn },
  ],
  webServer: {
    command: `npx vite preview --port ${new URL(address).port} --strictPort`,
    url: address,
    reuseExistingServer: !process.env.CI,
  },
});
