import { expect, type Page, test } from '@playwright/test';
import { trainingPresets } from '#train/presets.ts';
import type { TrainingSetup } from '#train/setup.ts';
import { encodeTraining } from '#train/training-link.ts';
import { trainerWords } from '#words/en/trainer.ts';
import { expectAccessible } from './support/accessible.ts';

/** From nothing to most held-out problems in a dozen steps, each a second or two on a busy machine. */
const quick: TrainingSetup = {
  ...trainingPresets.zero,
  steps: 12,
  group: 8,
  maxTokens: 120,
  rate: 0.0006,
  measure: { every: 3, problems: 30 },
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const slider = (page: Page) => page.getByRole('slider', { name: trainerWords.cursor });

/** Held-out problems right of a hundred, at the step that is looked at. */
async function solved(page: Page): Promise<number> {
  const text = (await slider(page).getAttribute('aria-valuetext')) ?? '';
  return Number(/(\d+) of 100 held-out problems right/.exec(text)?.[1] ?? NaN);
}

test('a model is trained from a link: it is paused and goes on, and it learns', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`./${await encodeTraining(quick)}`);
  await expect(page.getByText(trainerWords.fromLink)).toBeVisible();
  await expectAccessible(page);
  await button(page, trainerWords.trainIt).click();

  // Paused after a step, and gone on with from there.
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Step [1-9]/, { timeout: 60_000 });
  await button(page, trainerWords.pause).click();
  await expect(page.getByText(trainerWords.paused)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await button(page, trainerWords.goOn).click();
  await expect(page.getByText(trainerWords.finished(quick.steps)).first()).toBeVisible({ timeout: 150_000 });

  // It learnt: the cursor at its beginning and at its end.
  const last = await solved(page);
  await slider(page).press('Home');
  await expect(page.getByText(trainerWords.watchedAt(0))).toBeVisible();
  expect(last - (await solved(page))).toBeGreaterThanOrEqual(30);
});
