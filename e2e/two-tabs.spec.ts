import { expect, test } from '@playwright/test';
import { Models } from './support/models.ts';
import { Playground } from './support/playground.ts';

const address = 'http://localhost:8000/';
const model = (name: string) => ({
  Name: name,
  'Address of the weights': `${address}${name}/`,
  'Address of the library': `${address}${name}.wasm`,
});

test('models of one’s own are those of every tab, and may have any name', async ({ context }) => {
  const [first, second] = [new Models(await context.newPage()), new Models(await context.newPage())];
  for (const models of [first, second]) {
    await new Playground(models.page).open();
    await models.openGpuPart();
  }
  await first.fillCustom(model('constructor'));
  await expect(first.row('constructor')).toBeVisible();
  // Without a reload.
  await expect(second.row('constructor')).toBeVisible();
  await second.fillCustom(model('other'));
  for (const models of [first, second]) await expect(models.row('other')).toBeVisible();

  await first.row('constructor').getByRole('button', { name: 'Remove constructor' }).click();
  await first
    .row('constructor')
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click();
  for (const models of [first, second]) await expect(models.row('constructor')).toBeHidden();

  // What was removed in one tab does not come back when the other one writes.
  await second.fillCustom(model('third'));
  await new Playground(first.page).open();
  await first.openGpuPart();
  for (const name of ['other', 'third']) await expect(first.row(name)).toBeVisible();
  await expect(first.row('constructor')).toBeHidden();
});
