import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { trainingPresets } from '#train/presets.ts';
import type { TrainingSetup } from '#train/setup.ts';
import { encodeTraining } from '#train/training-link.ts';
import { trainerWords } from '#words/en/trainer.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

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
const ended = (page: Page) =>
  expect(page.getByText(trainerWords.finished(quick.steps)).first()).toBeVisible({ timeout: 300_000 });

/** Percent of held-out problems right at the step that is looked at. */
async function solved(page: Page): Promise<number> {
  const text = (await slider(page).getAttribute('aria-valuetext')) ?? '';
  return Number(/(\d+)\s?% of held-out problems right/.exec(text)?.[1] ?? NaN);
}

/** What a button hands out. */
async function handedOut(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await button(page, name).click();
  return readFile(await (await download).path());
}

/** What the model wrote, without what the page says to it. */
const writtenOn = (page: Page) =>
  page.getByRole('group', { name: /^(Thinking|Answer) of Trace/ }).allInnerTexts();

test('a model is trained from a link, paused and gone on with; it learns, is used in Play, and is the same after export and import', async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  const playground = new Playground(page);
  await page.goto(`./${await encodeTraining(quick)}`);
  await expect(page.getByText(trainerWords.fromLink)).toBeVisible();
  await expectAccessible(page);
  await button(page, trainerWords.trainIt).click();

  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Step [1-9]/, { timeout: 120_000 });
  await button(page, trainerWords.pause).click();
  await expect(page.getByText(trainerWords.paused)).toBeVisible();
  await expectAccessible(page);
  await button(page, trainerWords.goOn).click();
  await ended(page);

  // It learnt: the cursor at its end, and at its beginning.
  const whole = await slider(page).getAttribute('aria-valuetext');
  const last = await solved(page);
  await slider(page).press('Home');
  await expect(page.getByText(trainerWords.watchedAt(0))).toBeVisible();
  expect(last - (await solved(page))).toBeGreaterThanOrEqual(30);
  await button(page, trainerWords.latest).click();

  // The training as a file: another browser has it, with all its curves.
  const training = await handedOut(page, trainerWords.exportTraining);
  const model = await handedOut(page, trainerWords.exportModel);
  const elsewhere = await browser.newPage();
  await elsewhere.goto('./#/lab/training');
  await elsewhere
    .getByLabel(trainerWords.openFile)
    .setInputFiles({ name: 'training.json', mimeType: 'application/json', buffer: training });
  await ended(elsewhere);
  await expect(slider(elsewhere)).toHaveAttribute('aria-valuetext', whole ?? '');

  // Its model answers in Play; from its folder it answers the same elsewhere, where a link asks for it.
  await button(page, trainerWords.use).click();
  await playground.run();
  await playground.ended();
  await playground.settledTraces(1);
  const thoughts = await writtenOn(page);
  expect(thoughts).toHaveLength(2);
  await elsewhere.goto(page.url());
  await elsewhere
    .getByLabel('Files of a model')
    .first()
    .setInputFiles({ name: 'model.zip', mimeType: 'application/zip', buffer: model });
  const there = new Playground(elsewhere);
  await there.run();
  await there.ended();
  await there.settledTraces(1);
  expect(await writtenOn(elsewhere)).toEqual(thoughts);
  await elsewhere.close();
});
