import { expect, type Page } from '@playwright/test';
import { notices } from '#words/en/notices.ts';
import { shell } from '#words/en/shell.ts';
import { test } from './support/on-faulty-server.ts';

test.use({ serviceWorkers: 'allow' });

/** The page is kept as a whole, and what it fetches from now on is too. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

/** The files of a model are on this computer. */
const keptModel = (page: Page, model: string) =>
  expect
    .poll(() =>
      page.evaluate(async (path) => {
        const names = (await caches.keys()).filter((name) => name.startsWith('second-thought-used-'));
        const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return files.flat().filter(({ url }) => url.includes(path)).length;
      }, `/models/${model}/`),
    )
    .toBe(2);

test('after one visit and a run the page works with its server gone', async ({
  page,
  server,
  playground,
}) => {
  await playground.run();
  await playground.ended();
  await kept(page);
  await keptModel(page, 'countdown');
  await server.down();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Second Thought' })).toBeVisible();
  // A search, a dialog and another area were never opened before.
  await playground.pickStrategy(/^Beam search/);
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
  await page.getByRole('link', { name: 'Lab' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('a new version waits until it is asked for, and keeps the run', async ({ page, server, playground }) => {
  await playground.run();
  await playground.ended();
  await kept(page);
  const result = await playground.result.innerText();
  server.redeploy('missing');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const offer = page.getByRole('status').filter({ hasText: notices.newVersion });
  await expect(offer).toBeVisible();
  // Until then the version that is open has all its parts.
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog').getByRole('tab', { name: 'Comes with the page' })).toBeVisible();
  await page.keyboard.press('Escape');
  await offer.getByRole('button', { name: shell.reload }).click();
  await expect(page.locator('script[src*="next-"]')).toHaveCount(1);
  await expect(playground.result).toHaveText(result.replace(/\s+/g, ' '), { useInnerText: true });
});
