import { questions } from '#experiment/questions.ts';
import { questionForm } from '#words/en/question-form.ts';
import { expect, test } from '@playwright/test';
import { computer } from '#words/en/computer.ts';
import { modelList } from '#words/en/model-list.ts';
import { expectAccessibleInBothThemes } from './support/accessible.ts';
import { linkTo, Models, watchRequests } from './support/models.ts';
import { Playground } from './support/playground.ts';

// In a browser without a graphics processor: what is said, and what works all the same.

test('the models that come with the page are chosen by keyboard alone', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const models = new Models(page);
  await models.open();
  const use = models.dialog.getByRole('button', { name: 'Use Countdown 0.8M, early' });
  while (!(await use.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(models.dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveValue('countdown-early');
  await models.open();
  await page.keyboard.press('Escape');
  await expect(models.dialog).toBeHidden();
});

test('a model for another kind of problem brings a problem along', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const models = new Models(page);
  await models.open();
  await models.dialog.getByRole('button', { name: 'Use Arithmetic 0.8M' }).first().click();
  await expect(page.getByRole('radio', { name: 'Arithmetic', exact: true })).toBeChecked();
  await playground.run();
  await expect(playground.result).toContainText(/right|wrong/);
});

test('without a graphics processor the list is there, says why it cannot be used, and how to get one', async ({
  page,
}) => {
  const elsewhere = watchRequests(page);
  await new Playground(page).open();
  const models = new Models(page);
  await models.openGpuPart();
  await expect(models.dialog).toContainText(/finds no graphics processor|does not offer WebGPU/);
  await expect(models.dialog).toContainText('the models that come with the page need none');
  await models.dialog.getByText('How to get it').click();
  await expect(models.dialog).toContainText('chrome://flags');
  // WebLLM's own list.
  for (const name of ['Qwen3 0.6B', 'Qwen3 8B', 'DeepSeek R1 Distill Qwen 7B', 'Ministral 3 3B Reasoning'])
    await expect(models.row(name)).toBeVisible();
  await expect(models.row('Qwen3 0.6B')).toContainText('Cannot run here');
  await expect(models.row('Qwen3 0.6B').getByRole('button', { name: /^Download/ })).toBeDisabled();
  expect(elsewhere).toEqual([]);
});

test('a link with such a model says so and offers one that runs', async ({ page }) => {
  const elsewhere = watchRequests(page);
  const playground = new Playground(page);
  await playground.open(await linkTo({ model: 'Qwen3-0.6B-q4f16_1-MLC' }));
  await expect(page.getByRole('main')).toContainText('This link uses Qwen3 0.6B');
  await expect(page.getByRole('main')).toContainText(/graphics processor|WebGPU/);
  await expect(playground.runButton).toBeDisabled();
  await page.getByRole('button', { name: 'Use Countdown 0.8M instead' }).click();
  await playground.run();
  await expect(playground.result).toContainText(/right|wrong/);
  expect(elsewhere).toEqual([]);
});

test('a question in words is no dead end: what is missing is said, and other problems are one press away', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('radio', { name: 'In words', exact: true }).check();
  const notice = page.getByRole('region', { name: computer.noneHere });
  await expect(notice).toContainText(/need a graphics processor/);
  await expect(playground.runButton).toBeDisabled();
  await notice.getByRole('button', { name: computer.getOne }).click();
  const models = new Models(page);
  await expect(models.row('Qwen3 0.6B')).toContainText(modelList.chosenInVain);
  await expect(models.dialog).not.toContainText(/WebGPU is here/);
  await page.keyboard.press('Escape');
  await notice.getByRole('button', { name: computer.instead['word-problem'] }).click();
  await expect(page.getByRole('radio', { name: 'Puzzles', exact: true })).toBeChecked();
  await playground.run();
  await expect(playground.result).toContainText(/right|wrong/);
});

test('a browser that never says which graphics processor there is does not hold up the page, and is asked again', async ({
  page,
}) => {
  await page.route(/\/run\.worker-[\w-]+\.js/, async (route) => {
    const response = await route.fetch();
    const never = `let asked = 0;
      const requestAdapter = () => asked++ === 0 ? new Promise(() => {}) : Promise.resolve(null);
      Object.defineProperty(navigator, 'gpu', { value: { requestAdapter } });`;
    await route.fulfill({ response, body: `${await response.text()}\n${never}` });
  });
  await new Playground(page).open();
  await page.getByRole('radio', { name: 'In words', exact: true }).check();
  const notice = page.getByRole('region', { name: computer.noneHere });
  await expect(notice).toContainText(computer.wordsNeed['no-answer']);
  await notice.getByRole('button', { name: computer.askAgain }).click();
  await expect(notice).toContainText(computer.wordsNeed['no-adapter']);
});

test('a problem in words needs a model that reads them, and says so', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(
    await linkTo({
      problem: { family: 'question', text: 'How many legs have two spiders?' },
      model: 'countdown',
    }),
  );
  await expect(page.getByText('The models that come with the page cannot read sentences.')).toBeVisible();
  await expect(playground.runButton).toBeDisabled();
  const text = page.getByRole('textbox', { name: 'Problem in words' });
  await text.fill(' ');
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('alert').filter({ hasText: 'There is no question yet' })).toBeVisible();
  await text.fill('x'.repeat(2100));
  await expect(page.getByRole('alert').filter({ hasText: 'too long by 100 characters' })).toBeVisible();
  await expect(text).toHaveValue('x'.repeat(2100));
  await text.fill('x'.repeat(1900));
  await expect(page.getByText('1,900 of 2,000 characters')).toBeVisible();
  await page.getByRole('button', { name: 'Choose a model that can' }).click();
  await expect(new Models(page).dialog.getByRole('tab', { name: 'On your GPU' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the right answer to a problem in words is shown as it was read, and an example’s goes with its words', async ({
  page,
}) => {
  await new Playground(page).open(await linkTo({ problem: questions.decimals, model: 'countdown' }));
  const answer = page.getByRole('textbox', { name: 'Right answer' });
  const text = page.getByRole('textbox', { name: questionForm.text });
  await expect(answer).toHaveValue('9.9');
  await text.fill('How much is it?');
  await expect(answer).toHaveValue('');
  for (const [written, read] of [
    ['\\frac{-3}{4}', 'Read as the number −0.75'],
    ['15, 5', 'Read as values in any order: {15; 5}'],
    ['[1, 3)', 'Read as the interval [1; 3)'],
  ] as const) {
    await answer.fill(written);
    await expect(answer).toHaveAccessibleDescription(new RegExp(read.replace(/[()[\]{}]/g, '\\$&')));
  }
  // What a person wrote stays.
  await text.fill('How much is it, in all?');
  await expect(answer).toHaveValue('[1, 3)');
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test('both parts of the list and the form pass axe', async ({ page }) => {
      await new Playground(page).open();
      const models = new Models(page);
      await models.open();
      await expectAccessibleInBothThemes(page);
      await models.dialog.getByRole('tab', { name: 'On your GPU' }).click();
      await models.dialog.getByText('How to get it').click();
      await models.fillCustom({ Name: 'mine' });
      await expect(models.dialog.getByText('This is needed.').first()).toBeVisible();
      await expectAccessibleInBothThemes(page);
    });
  });
}
