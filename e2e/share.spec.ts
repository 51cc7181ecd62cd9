import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test, type Browser } from '@playwright/test';
import { Playground } from './support/playground.ts';

/** The page in a browser profile that has never seen it. */
async function freshProfile(
  browser: Browser,
  baseURL: string | undefined,
  fragment: string,
): Promise<Playground> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 1280, height: 800 },
  });
  const playground = new Playground(await context.newPage());
  await playground.open(fragment);
  return playground;
}

test('a copied link reproduces the run in another profile: same traces, same votes', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new Playground(page);
  await playground.open();
  await playground.pickStrategy(/^Self-consistency/);
  await playground.setKnob('Samples', '12');
  await playground.setKnob('Temperature', '0.9');
  await playground.run();
  await playground.ended();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const traces = await playground.settledTraces(12);
  const votes = await playground.votes();

  const other = await freshProfile(browser, baseURL, new URL(link).hash);
  await expect(other.page.getByRole('textbox', { name: 'Samples, as a number' })).toHaveValue('12');
  await other.run();
  await other.ended();
  expect(await other.settledTraces(12)).toEqual(traces);
  expect(await other.votes()).toEqual(votes);
  await other.page.context().close();
});

test('an exported run opens elsewhere and shows the same', async ({ page, browser, baseURL }, testInfo) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pickStrategy(/^Self-consistency/);
  await playground.run();
  await playground.ended();
  const traces = await playground.settledTraces(8);
  await page.getByRole('button', { name: 'More' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export run' }).click(),
  ]);
  const file = testInfo.outputPath('run.json');
  await download.saveAs(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'second-thought-run',
    version: 2,
  });

  const other = await freshProfile(browser, baseURL, '');
  // What was typed wrong into the setup before has had its time.
  await other.page.getByRole('textbox', { name: 'Number 1' }).fill('99');
  await other.page.getByRole('textbox', { name: 'Seed' }).fill('12abc');
  await expect(other.runButton).toBeDisabled();
  await other.page.getByLabel('Run file').setInputFiles(file);
  expect(await other.settledTraces(8)).toEqual(traces);
  await expect(other.page.getByRole('textbox', { name: 'Seed' })).toHaveAttribute('aria-invalid', 'false');
  await expect(other.runButton).toBeEnabled();

  // As long runs are saved.
  await other.open();
  await other.page.getByLabel('Run file').setInputFiles({
    name: 'run.json.gz',
    mimeType: 'application/gzip',
    buffer: gzipSync(await readFile(file)),
  });
  expect(await other.settledTraces(8)).toEqual(traces);
  await other.page.context().close();
});

test('a damaged or newer link says so and changes nothing', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const before = await playground.result.innerText();
  for (const [fragment, words] of [
    ['#v1.q1YqULKKV', /damaged|incomplete|cannot be read/i],
    ['#v99.abc', /newer/i],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    expect(await playground.result.innerText()).toBe(before);
  }
});

test('a damaged file says so and changes nothing', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const before = await playground.result.innerText();
  const files = [
    { name: 'cut.json', text: '{"format":"second-thought-run","version":1,"experim' },
    { name: 'newer.json', text: JSON.stringify({ format: 'second-thought-run', version: 99, entries: [] }) },
    { name: 'other.json', text: '{"hello":"world"}' },
  ];
  for (const { name, text } of files) {
    await page
      .getByLabel('Run file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    const alert = page.getByRole('alert').filter({ hasText: /\w/ });
    await expect(alert).toBeVisible();
    expect(await playground.result.innerText()).toBe(before);
    await alert.getByRole('button', { name: 'Dismiss' }).click();
  }
});
