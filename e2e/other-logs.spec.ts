import { expect, test } from '@playwright/test';
import { loggedSearch, smallTreeLog } from '../src/run/foreign/testing/logs.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

const json = (content: unknown) => ({
  name: 'log.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(content)),
});

test('logs of other programs open as trees to step through, with their own numbers and no others', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const file = page.getByLabel('Run file');
  const teacher = page.getByRole('complementary');

  const other = loggedSearch.steps.map((one) => ({ ...one, x: '2 3 4 7' }));
  await file.setInputFiles(json([loggedSearch, { ...loggedSearch, steps: other, infos: [] }]));
  await expect(page.getByText('Logged by tree-of-thought-llm')).toBeVisible();
  await expect(teacher).toContainText('2 outputs, 1 of them right by the log.');
  await expect(page.getByRole('contentinfo')).toContainText('nothing was run here');
  for (let back = 0; back < 5; back++) await page.keyboard.press('[');
  await expect(teacher.getByRole('row', { name: /2.001/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Tree of this file' }).selectOption({ index: 1 });
  await expect(page.getByRole('heading', { name: 'Make 24 from 2, 3, 4, 7' })).toBeAttached();
  await expect(teacher).not.toContainText('right by the log');

  // Dropped onto the page as well as picked.
  const dropped = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'log.json', { type: 'application/json' }));
    return files;
  }, JSON.stringify(smallTreeLog));
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(page.getByRole('main')).toContainText('Import run');
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('Logged by llm-reasoners')).toBeVisible();
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('treeitem', { name: /^stack red on blue/ }).click();
  await expect(teacher.getByText('Q', { exact: true })).toBeVisible();
  await expect(teacher.getByRole('button', { name: 'Edit' })).toHaveCount(0);

  await file.setInputFiles(json([{ idx: 1, ys: ['1 + 2'], infos: [{ r: 0 }] }]));
  await expect(page.getByRole('alert')).toContainText('no search that could be stepped through');
  await expect(page.getByText('Logged by llm-reasoners')).toBeVisible();
});
