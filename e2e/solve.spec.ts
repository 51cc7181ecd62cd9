import { expect, test } from '@playwright/test';
import { Playground } from './support/playground.ts';

test('a Game of 24 is thought through live and its answer is checked', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.setNumbers([4, 9, 10, 13]);
  await playground.run();
  await playground.ended();

  const thinking = page.getByRole('group', { name: 'Thinking of Trace' });
  await expect(thinking).toContainText('=');
  await expect(page.getByRole('group', { name: 'Answer of Trace' })).toContainText(/\d/);
  await expect(playground.result).toContainText(/right|wrong/);
  await expect(playground.result).toContainText(/[1-9][\d,]* ?tok\/s|tok\/s/);

  await page.getByRole('button', { name: 'Hide thinking' }).click();
  await expect(thinking).toBeHidden();
});

test('a token tells its probability and its alternatives', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const token = page.getByRole('group', { name: 'Thinking of Trace' }).getByRole('button').first();
  await token.click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(
    inspector.getByRole('list', { name: 'Likeliest tokens here' }).getByRole('listitem'),
  ).toHaveCount(5);
  await expect(inspector).toContainText(/\d+(\.\d+)? ?%/);
});

test('an arithmetic problem is put to a vote over 8 traces', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('radio', { name: 'Arithmetic', exact: true }).check();
  await playground.pickStrategy(/^Self-consistency/);
  await playground.run();
  await playground.ended();
  await expect(playground.traces).toHaveCount(8);
  const votes = await playground.votes();
  const counted = votes.map((bar) => Number(/(\d+) votes?/.exec(bar)?.[1] ?? Number.NaN));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(8);
  expect(counted).toEqual(counted.toSorted((a, b) => b - a));
  expect(votes[0]).toContain('chosen');
  await expect(page.getByRole('status').filter({ hasText: 'The run finished' })).toHaveText(/Answer [\d−]/);
});

test('"Surprise me" draws a held-out problem that the model can be asked', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const before = await page
    .getByRole('textbox', { name: /^Number/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await page.getByRole('button', { name: 'Surprise me' }).click();
  await expect(async () => {
    const after = await page
      .getByRole('textbox', { name: /^Number/ })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(after).not.toEqual(before);
  }).toPass();
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong|No answer/);
});

test('a knob the model cannot serve is greyed out with the reason', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const strategies = page.getByRole('combobox', { name: 'Strategy', exact: true });
  const fewShot = strategies.locator('option', { hasText: 'Few-shot' });
  await expect(fewShot).toBeDisabled();
  await expect(fewShot).toHaveText(/this model learnt without examples/);
});

test('numbers out of range are refused where they are typed, and nothing runs', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('textbox', { name: 'Number 1' }).fill('99');
  await expect(page.getByRole('textbox', { name: 'Number 1' })).toHaveAttribute('aria-invalid', 'true');
  await expect(playground.runButton).toBeDisabled();
  // An example that has the same number in that place brings it back.
  const examples = page.getByRole('combobox', { name: 'Problem', exact: true });
  await examples.selectOption('wait');
  const number = await page.getByRole('textbox', { name: 'Number 1' }).inputValue();
  await page.getByRole('textbox', { name: 'Number 1' }).fill('99');
  await examples.selectOption('wait');
  await expect(page.getByRole('textbox', { name: 'Number 1' })).toHaveValue(number);
  await expect(playground.runButton).toBeEnabled();
});

test('a number is read as it is meant, and what is none is said beside its field', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await seed.fill('1,000');
  await expect(seed).toHaveAttribute('aria-invalid', 'false');
  await seed.press('Tab');
  await expect(seed).toHaveValue('1000');
  for (const [text, words] of [
    ['12abc', /“12abc” is not a number/],
    ['1e3', /“1e3” is not a number/],
    ['1.5', /“1\.5” is not a whole number/],
    ['1.000', /may be 1 or 1000/],
    ['-1', /from 0 to 4,294,967,295/],
  ] as const) {
    await seed.fill(text);
    await expect(seed).toHaveAccessibleDescription(words);
    await expect(seed).toHaveValue(text);
    await expect(playground.runButton).toBeDisabled();
  }
  await seed.fill('7');
  await expect(seed).toHaveAttribute('aria-invalid', 'false');
  await expect(playground.runButton).toBeEnabled();
  // A field that is switched off cannot be mended, so what was typed there keeps nothing from running.
  await playground.setKnob('Temperature', '0.7');
  await playground.knob('Top-k').fill('many');
  await expect(playground.runButton).toBeDisabled();
  await page.getByRole('slider', { name: 'Temperature' }).fill('0');
  await expect(playground.runButton).toBeEnabled();
});

test('a game without a solution is called so before it runs, and still can be run', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.setNumbers([8, 8, 8, 8]);
  const setup = page.getByRole('region', { name: 'Setup' });
  await expect(setup.getByText('This problem has no solution: Make 24 from 8, 8, 8, 8.')).toBeVisible();
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/this problem has no solution/i);
  await playground.setNumbers([3, 3, 8, 8]);
  await expect(setup.getByText('This problem has no solution')).toBeHidden();
});

test('a run that was cut says so, at how many tokens, and what to do', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.setKnob('Token limit', '9');
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(
    'No answer: the thought was cut at 9 tokens. Raise the token limit',
  );
  await expect(page.getByRole('article').first()).toContainText('none: it was cut at 9 tokens');
  await expect(
    page.getByRole('status').filter({ hasText: 'No answer: the thought was cut at 9 tokens' }),
  ).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Token budget' }).fill('24');
  await playground.setKnob('Token limit', '100');
  await playground.pickStrategy(/^Self-consistency/);
  await playground.setKnob('Samples', '3');
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(
    'No answer: none of 3 traces has one: all were cut at 8 tokens, where the budget ended. Raise the token budget',
  );
});
