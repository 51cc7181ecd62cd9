import { expect, test, type Page } from '@playwright/test';
import { Playground } from './support/playground.ts';

/** What is shown, as a person sees it: the setup's seed, the line of the run on the stage, its tokens and result, the address. */
async function shown(page: Page, { result, traces }: Playground) {
  return {
    seed: await page.getByRole('textbox', { name: 'Seed' }).inputValue(),
    line: await page.locator('[data-part="experiment"]').innerText(),
    traces: await traces.allInnerTexts(),
    result: await result.innerText(),
    hash: new URL(page.url()).hash,
  };
}

test('Back and Forward move between the runs that were shown, with their setups', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new Playground(page);
  await playground.open();
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await page.getByRole('slider', { name: 'Temperature' }).fill('1');
  await seed.fill('3');
  await playground.run();
  await playground.ended();
  const first = await shown(page, playground);
  await seed.fill('11');
  await playground.run();
  await playground.ended();
  const second = await shown(page, playground);
  expect(second.traces).not.toEqual(first.traces);
  // The address of a run is its link.
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(new URL(await page.evaluate(() => navigator.clipboard.readText())).hash).toBe(second.hash);

  await page.goBack();
  await expect(seed).toHaveValue('3');
  expect(await shown(page, playground)).toEqual(first);
  await expect(page.getByText(/^Changed: /)).toBeHidden();
  await page.goForward();
  await expect(seed).toHaveValue('11');
  expect(await shown(page, playground)).toEqual(second);

  // A preset, and back from it.
  await playground.pickPreset('vote-of-8');
  await expect(page.getByText(/^Changed: /)).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).not.toBe(second.hash);
  await page.goBack();
  await expect(page.getByText(/^Changed: /)).toBeHidden();
  expect(await shown(page, playground)).toEqual(second);
});

test('a link opened over a run brings its setup and an empty stage; Back brings the run', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const first = await shown(page, playground);
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await seed.fill('21');
  await expect.poll(() => new URL(page.url()).hash).not.toBe(first.hash);
  const link = new URL(page.url()).hash;
  await page.goBack();
  await expect(seed).toHaveValue(first.seed);

  await page.evaluate((hash) => (location.hash = hash), link);
  await expect(page.getByText('This link holds an experiment')).toBeVisible();
  await expect(seed).toHaveValue('21');
  await page.goBack();
  await expect(seed).toHaveValue(first.seed);
  expect(await shown(page, playground)).toEqual(first);

  // After a reload the run is gone, its setup is not, and the page says so.
  await page.goForward();
  await expect(seed).toHaveValue('21');
  await page.reload();
  await expect(seed).toHaveValue('21');
  await page.goBack();
  await expect(page.getByText('The run that was shown here is no longer kept')).toBeVisible();
  await expect(seed).toHaveValue(first.seed);
});

test('edits that are taken back leave no place in the history', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const places = await page.evaluate(() => history.length);
  const before = await shown(page, playground);
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await seed.fill('5');
  await expect.poll(() => page.evaluate(() => history.length)).toBe(places + 1);
  await seed.fill(before.seed);
  await expect.poll(() => new URL(page.url()).hash).toBe(before.hash);
  // Further edits make their place from there.
  await seed.fill('6');
  await expect.poll(() => new URL(page.url()).hash).not.toBe(before.hash);
  expect(await page.evaluate(() => history.length)).toBe(places + 1);
  await page.goBack();
  await expect(seed).toHaveValue(before.seed);
  expect(await shown(page, playground)).toEqual(before);
});
