import { expect, test } from '@playwright/test';
import { Playground } from './support/playground.ts';

/** Many traces that wander, no two alike, on the slowest model there is: long enough to be stopped in the middle. */
async function setUp(playground: Playground): Promise<void> {
  await playground.open();
  await playground.page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('countdown-large');
  await playground.pickStrategy(/^Self-consistency/);
  await playground.setKnob('Samples', '32');
  await playground.page
    .getByRole('radiogroup', { name: 'Effort' })
    .getByRole('radio', { name: 'high' })
    .check();
  await playground.setKnob('Temperature', '2');
}

/** Waits for the run to be over with all its votes counted. */
async function finished(playground: Playground): Promise<string[]> {
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
  return playground.votes();
}

test('a run that was stopped goes on from its log, and comes out as the one that was not', async ({
  page,
}) => {
  const playground = new Playground(page);
  await setUp(playground);
  await playground.run();
  await page.getByRole('article', { name: 'Trace 32', exact: true }).waitFor();
  await page.keyboard.press('s');
  await playground.ended();
  await expect(playground.result).toContainText('Cancelled');
  await page.getByRole('button', { name: 'Run on from here' }).click();
  const resumed = await finished(playground);
  await expect(
    page.getByText(/^Goes on from an interrupted run: [\d,]+ of [\d,]+ tokens recalled/),
  ).toBeVisible();

  await playground.run();
  expect(await finished(playground)).toEqual(resumed);
  await expect(page.getByText(/^Goes on from an interrupted run/)).toHaveCount(0);
});

test('a run whose worker crashed goes on with a new one', async ({ page }) => {
  const playground = new Playground(page);
  await setUp(playground);
  await playground.run();
  await page.getByRole('article', { name: 'Trace 32', exact: true }).waitFor();
  const [runWorker] = page.workers();
  await runWorker!.evaluate(() => {
    queueMicrotask(() => {
      throw new Error('crashed by the test');
    });
  });
  await expect(playground.result).toContainText('stopped unexpectedly');
  await page.keyboard.press('o');
  const resumed = await finished(playground);
  await playground.run();
  expect(await finished(playground)).toEqual(resumed);
});

test('another model goes on from a thought of a run that was stopped, as a branch of it', async ({
  page,
}) => {
  const playground = new Playground(page);
  await setUp(playground);
  await playground.run();
  await page.getByRole('article', { name: 'Trace 32', exact: true }).waitFor();
  await page.keyboard.press('s');
  await playground.ended();
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('countdown-early');
  await page.getByRole('button', { name: 'Continue a thought with Countdown 0.8M, early' }).click();
  const dialog = page.getByRole('dialog');
  const thought = await dialog.getByRole('textbox').inputValue();
  await dialog.getByRole('radio', { name: 'One chain of thought' }).check();
  await dialog.getByRole('button', { name: 'Run on from here' }).click();
  await expect(page.getByRole('main')).toContainText(`Goes on from: ${thought}`);
  await playground.ended();
  await expect(page.getByRole('main')).toContainText('Countdown 0.8M, early');
  await page.getByRole('button', { name: 'Original' }).click();
  await expect(page.getByRole('button', { name: 'Run on from here' })).toBeVisible();
});
