import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

const folder = 'arithmetic-zero';
const name = 'Arithmetic 0.8M, R1-Zero-style';
const names = ['manifest.json', 'weights.bin', 'curve.json', 'README.md'];
const files = Object.fromEntries(
  await Promise.all(
    names.map(
      async (file) => [file, new Uint8Array(await readFile(`public/models/${folder}/${file}`))] as const,
    ),
  ),
);
const sums = (all: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(
    Object.entries(all).map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  );

/** What the model wrote, without what the page says to it. */
const writtenOn = (page: Page) =>
  page.getByRole('group', { name: /^(Thinking|Answer) of Trace/ }).allInnerTexts();

async function openModels(page: Page) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Models', exact: true }).click();
  return page.getByRole('region', { name: /^Of your own/ });
}

const openZip = (page: Page, content: Uint8Array) =>
  page
    .getByLabel('Files of a model')
    .first()
    .setInputFiles({ name: 'model.zip', mimeType: 'application/zip', buffer: Buffer.from(content) });

test('a model of one’s own is opened from a file, runs, outlives a reload, and is handed out as it came', async ({
  page,
  browser,
}) => {
  const playground = new Playground(page);
  await playground.open();
  let own = await openModels(page);
  await openZip(page, zipSync({ [folder]: { ...files, 'weights.bin': new Uint8Array(9) } }));
  await expect(own.getByRole('alert')).toContainText('Export it anew');
  await openZip(page, zipSync({ [folder]: files }));
  await expect(own.getByText(`${name} is here now.`)).toBeVisible();
  await expectAccessible(page);
  await own.getByRole('button', { name: 'Use in Play' }).click();

  const model = page.getByRole('combobox', { name: 'Model' });
  // A closed menu shows its groups to nobody, so this one is found by its label.
  const listed = model.locator('optgroup[label="Of your own"] option', { hasText: name });
  await expect(listed).toHaveAttribute('value', /^own-[0-9a-f]{16}$/);
  await playground.run();
  await playground.ended();
  const thoughts = await writtenOn(page);
  expect(thoughts).toHaveLength(2);

  // The model that ships has the same weights: the same tokens.
  await model.selectOption(folder);
  await playground.run();
  await playground.ended();
  expect(await writtenOn(page)).toEqual(thoughts);

  await page.goBack();
  await expect(model).toHaveValue(/^own-/);
  const link = page.url();
  await page.reload();
  await expect(listed).toBeAttached();
  await expect(model).toHaveValue(/^own-/);
  await playground.run();
  await playground.ended();
  expect(await writtenOn(page)).toEqual(thoughts);

  own = await openModels(page);
  const download = page.waitForEvent('download');
  await own.getByRole('button', { name: `Export ${name}` }).click();
  const handedOut = new Uint8Array(await readFile(await (await download).path()));
  expect(sums(unzipSync(handedOut))).toEqual(
    sums(Object.fromEntries(names.map((file) => [`${folder}/${file}`, files[file] ?? new Uint8Array()]))),
  );
  await own.getByRole('button', { name: `Rename ${name}` }).click();
  await own.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.keyboard.press('Enter');
  await own.getByRole('button', { name: 'Delete Mine' }).click();
  await expect(own.getByRole('button', { name: 'Export Mine' })).toBeHidden();
  await own.getByRole('button', { name: 'Undo' }).click();
  await expect(own.getByRole('button', { name: 'Export Mine' })).toBeVisible();
  await own.getByRole('button', { name: 'Delete Mine' }).click();
  await page.keyboard.press('Escape');

  // Where it isn't, as in a friend's browser: its link says so, and its file is all that is missing.
  const friend = await (await browser.newContext()).newPage();
  const theirs = new Playground(friend);
  await theirs.open(new URL(link).hash);
  await expect(
    friend.getByText('This experiment uses a model that was made in another browser.'),
  ).toBeVisible();
  await openZip(friend, handedOut);
  await theirs.run();
  await theirs.ended();
  expect(await writtenOn(friend)).toEqual(thoughts);
  await friend.context().close();
});
