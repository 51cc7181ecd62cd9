import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

test('a run whose page was closed in the middle is offered again, and goes on to the same answer', async ({
  context,
}) => {
  const first = new Playground(await context.newPage());
  await first.open();
  await first.startHeldRun();
  // What has come is gathered for a moment before it is kept.
  await first.page.keyboard.press('y');
  const kept = first.page.getByRole('dialog', { name: 'Kept runs' }).getByRole('article');
  await expect(kept).toContainText(/[1-9][\d,]* tokens/);
  await first.page.close();

  const second = new Playground(await context.newPage());
  await second.open();
  const offer = second.page.getByRole('region', { name: 'A run that broke off' });
  await expect(offer).toContainText('broke off at');

  // Looked at, it is no longer offered; a reload leaves it where it is.
  const address = second.page.url();
  await offer.getByRole('button', { name: 'Look at it' }).click();
  await expect(offer).toBeHidden();
  // The setup is the run's, and a reload reads it from the address.
  await expect(second.page).not.toHaveURL(address);
  await expect(second.page.getByRole('button', { name: 'Run on from here' })).toBeVisible();
  await expect(second.result).toContainText('It broke off here');
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

test('kept runs are found again in every tab: opened, compared, deleted and brought back', async ({
  context,
}) => {
  const first = new Playground(await context.newPage());
  await first.open();
  await first.run();
  await first.ended();
  await first.page.getByRole('textbox', { name: 'Seed' }).fill('11');
  await first.run();
  await first.ended();
  const answer = await first.result.innerText();
  await first.page.close();

  const [one, other] = [new Playground(await context.newPage()), new Playground(await context.newPage())];
  await one.open();
  await other.open();
  for (const { page } of [one, other]) await page.keyboard.press('y');
  const dialog = one.page.getByRole('dialog', { name: 'Kept runs' });
  const rows = dialog.getByRole('article');
  const elsewhere = other.page.getByRole('dialog', { name: 'Kept runs' }).getByRole('article');
  await expect(rows).toHaveCount(2);
  await expectAccessible(one.page);
  await dialog.getByRole('searchbox').fill('11');
  await expect(rows).toHaveCount(1);

  await rows.getByRole('button', { name: /^Delete/ }).click();
  await expect(elsewhere).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(elsewhere).toHaveCount(2);

  await rows.getByRole('button', { name: /^Open/ }).click();
  await expect(dialog).toBeHidden();
  await one.page.getByRole('button', { name: 'To the end' }).click();
  expect(await one.result.innerText()).toBe(answer);
  await expect(one.page.getByRole('textbox', { name: 'Seed' })).toHaveValue('11');

  await one.page.keyboard.press('y');
  await expect(rows).toHaveCount(2);
  for (const box of await dialog.getByRole('checkbox', { name: /^Choose/ }).all()) await box.check();
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await expect(one.page.getByRole('region', { name: /^B: / })).toBeVisible();
});
