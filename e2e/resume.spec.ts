import { expect, test } from '@playwright/test';
import { throws } from './support/deaths.ts';
import { runWorker } from './support/held-run.ts';
import { Playground } from './support/playground.ts';

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
  await playground.open();
  const letGo = await playground.startHeldRun();
  await page.keyboard.press('s');
  await letGo();
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
  await playground.open();
  await playground.startHeldRun();
  await runWorker(page).evaluate(throws);
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
  await playground.open();
  const letGo = await playground.startHeldRun();
  await page.keyboard.press('s');
  await letGo();
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
