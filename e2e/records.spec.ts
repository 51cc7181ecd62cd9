import { expect, test } from '@playwright/test';
import { Playground } from './support/playground.ts';

test('a run whose page was closed in the middle is offered again, and goes on to the same answer', async ({
  context,
}) => {
  const first = new Playground(await context.newPage());
  await first.open();
  await first.startLongRun();
  await first.page.close();

  const second = new Playground(await context.newPage());
  await second.open();
  const offer = second.page.getByRole('region', { name: 'A run that broke off' });
  await expect(offer).toContainText('broke off at');

  // Looked at, it is no longer offered; a reload leaves it where it is.
  await offer.getByRole('button', { name: 'Look at it' }).click();
  await expect(offer).toBeHidden();
  await expect(second.page.getByRole('button', { name: 'Run on from here' })).toBeVisible();
  await second.page.reload();
  await second.page.getByRole('button', { name: 'Run on from here' }).click();
  await second.ended();
  await expect(second.page.getByText(/^Goes on from an interrupted run/)).toBeVisible();
  await expect(second.result).toContainText(/right|wrong/);
  const resumed = await second.votes();

  await second.run();
  await second.ended();
  await expect(second.result).toContainText(/right|wrong/);
  expect(await second.votes()).toEqual(resumed);
  await second.page.reload();
  await expect(offer).toBeHidden();
});

test('where the browser keeps nothing, that is said once and the page works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const notice = page.getByRole('alert').filter({ hasText: 'This browser keeps nothing' });
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
  await expect(notice).toBeHidden();
});
