import { expect, test } from '@playwright/test';
import { Playground } from './support/playground.ts';

test('a run can be scrubbed, stepped and played', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pickStrategy(/^Self-consistency/);
  await playground.run();
  await playground.ended();
  const slider = page.getByRole('slider', { name: 'Step of the run' });
  const length = Number(await slider.getAttribute('max'));
  await expect(slider).toHaveValue(String(length));
  const answerAtEnd = await playground.result.innerText();

  await page.locator('body').press('Home');
  await expect(slider).toHaveValue('0');
  await expect(playground.traces).toHaveCount(0);
  await page.locator('body').press('.');
  await page.locator('body').press('.');
  await expect(slider).toHaveValue('2');
  await expect(playground.traces).toHaveCount(1);
  await page.locator('body').press(',');
  await expect(slider).toHaveValue('1');

  // Half way, some votes are in and the result says that this is not the end.
  await slider.fill(String(Math.floor(length * 0.9)));
  await expect(playground.result).toContainText('State at this step');

  await page.getByRole('combobox', { name: 'Speed' }).selectOption({
    index: (await page.getByRole('combobox', { name: 'Speed' }).locator('option').count()) - 1,
  });
  await page.locator('body').press('Space');
  await expect(slider).toHaveValue(String(length));
  await page.locator('body').press('Home');
  await page.locator('body').press('End');
  expect(await playground.result.innerText()).toBe(answerAtEnd);
});

test('the step is said in plain words', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const slider = page.getByRole('slider', { name: 'Step of the run' });
  await slider.fill('1');
  await expect(slider).toHaveAttribute('aria-valuetext', /was asked: Make 24 from/);
  await slider.fill('3');
  await expect(slider).toHaveAttribute('aria-valuetext', /wrote “\d+” \(.* likely\)/);
});

test('? shows the keys', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.locator('body').press('?');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('One step back');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
