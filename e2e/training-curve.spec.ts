import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessibleInBothThemes } from './support/accessible.ts';
import { Models } from './support/models.ts';
import { Playground } from './support/playground.ts';

/** The dialog about a model that learnt from its own traces, opened from the list of models. */
async function openTraining(
  page: Page,
  link = /^How Arithmetic.*R1-Zero-style was trained$/,
  title = 'How reinforcement learning made it think',
): Promise<Locator> {
  await new Playground(page).open();
  await new Models(page).open();
  await page.getByRole('button', { name: link }).focus();
  await page.keyboard.press('Enter');
  return page.getByRole('dialog', { name: title });
}

const curve = (dialog: Locator): Locator => dialog.getByRole('slider', { name: 'Step of the training' });

test('the curve is read and the models before and after it are run by keyboard alone', async ({ page }) => {
  const playground = new Playground(page);
  const dialog = await openTraining(page);
  await expect(curve(dialog)).toHaveAccessibleDescription(
    /steps of reinforcement learning.*Right answers: \d+ of 100 at first, \d+ of 100 at last\./,
  );
  await expect(dialog).toContainText(/Right answers went from \d+ of 100 to \d+ of 100/);

  await curve(dialog).focus();
  await page.keyboard.press('Home');
  await expect(curve(dialog)).toHaveAttribute(
    'aria-valuetext',
    /^Steps? 1\b.*answers right.*traces think.*tokens a trace/,
  );
  const first = await curve(dialog).getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(curve(dialog)).not.toHaveAttribute('aria-valuetext', first!);

  const tokens: number[] = [];
  for (const [which, model] of [
    ['before', 'arithmetic-base'],
    ['after', 'arithmetic-zero'],
  ] as const) {
    // The base has a way back to what was made of it.
    if (which === 'after')
      await page.getByRole('button', { name: /^What reinforcement learning made of/ }).press('Enter');
    await dialog.getByRole('button', { name: `Run the model ${which}` }).press('Enter');
    await expect(dialog).toBeHidden();
    await playground.ended();
    await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveValue(model);
    tokens.push(await page.getByRole('article').locator('[data-index]').count());
  }
  // It took to thinking: the same problem, a longer trace.
  expect(tokens[1]).toBeGreaterThan(2 * tokens[0]!);
  await expect(playground.result).toContainText('right');
});

test('rounds of self-evolution are told and read as rounds', async ({ page }) => {
  const dialog = await openTraining(
    page,
    /^How Arithmetic.*self-evolved was trained$/,
    'How self-evolution made it think',
  );
  await expect(dialog).toContainText(
    /after the last it thought in \d+ of 100\. Right answers went from \d+ of 100 to \d+ of 100/,
  );
  const rounds = dialog.getByRole('slider', { name: 'Round of the training' });
  await expect(rounds).toHaveAccessibleDescription(
    /rounds of self-evolution\..*Best by its own value: \d+ of 100 at first, \d+ of 100 at last\./,
  );
  await rounds.press('Home');
  await expect(rounds).toHaveAttribute('aria-valuetext', /^Round 0 of \d/);
  await rounds.press('ArrowRight');
  await expect(rounds).toHaveAttribute('aria-valuetext', /^Round 1 of \d.*right where its own value picks/);
  await expect(dialog.getByRole('button', { name: 'Run the model before' })).toBeEnabled();
});

test('the cursor follows the pointer over all plots', async ({ page }) => {
  const dialog = await openTraining(page);
  await expect(curve(dialog)).toBeVisible();
  const last = await curve(dialog).inputValue();
  const box = (await dialog.getByRole('figure').locator('svg').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await expect(curve(dialog)).not.toHaveValue(last);
  expect(Number(await curve(dialog).inputValue())).toBeGreaterThan(0);
});

test('the link beside the model in the setup and the key both open it', async ({ page }) => {
  const dialog = await openTraining(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('h');
  await expect(dialog).toBeHidden();
  await new Models(page).open();
  await page.getByRole('button', { name: /^Use Arithmetic.*R1-Zero-style$/ }).click();
  await page.getByRole('button', { name: /R1-Zero-style was trained$/ }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.locator('body').press('h');
  await expect(dialog).toBeVisible();
});

test('a curve that does not come is said, and can be tried again', async ({ page }) => {
  await page.route('**/curve.json', (route) => route.abort());
  const dialog = await openTraining(page);
  await expect(dialog.getByRole('alert')).toContainText('could not be fetched');
  await expect(dialog.getByRole('button', { name: 'Run the model after' })).toBeEnabled();
  await page.unroute('**/curve.json');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(curve(dialog)).toBeVisible();
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test('the dialog passes axe', async ({ page }) => {
      const dialog = await openTraining(page);
      await expect(curve(dialog)).toBeVisible();
      await expectAccessibleInBothThemes(page);
    });
  });
}
