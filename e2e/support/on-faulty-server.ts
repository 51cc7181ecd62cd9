import { expect, test as base } from '@playwright/test';
import { FaultyServer } from './faulty-server.ts';
import { oneChain, Playground } from './playground.ts';

/** Tests of the page on a server that can fail. `hurried`: silence is noticed sooner than in a second. */
export const test = base.extend<{ hurried: boolean; server: FaultyServer; playground: Playground }>({
  hurried: [false, { option: true }],
  server: async ({ hurried }, use) => {
    const server = new FaultyServer();
    if (hurried) server.hurry();
    await server.up();
    await use(server);
    await server.down();
  },
  playground: async ({ page, server }, use) => {
    await page.goto(`${server.address}${await oneChain()}`);
    const playground = new Playground(page);
    await use(playground);
    await expect(page.getByText('A mistake of ours')).toHaveCount(0);
  },
});
