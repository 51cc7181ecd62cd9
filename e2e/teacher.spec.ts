import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

const teacherOf = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const happened = (page: Page) => teacherOf(page).getByRole('region', { name: 'What happened' });

test('before a run the right column says how the strategy works, with its formula and its source', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.openOnRecorded();
  await playground.pickPreset('tree-search');
  const next = teacherOf(page).getByRole('region', { name: 'Set up for the next run' });
  await expect(next).toContainText('Simulations walk down the tree');
  await expect(next.getByRole('figure', { name: 'Formula' })).toContainText('Q+c');
  await expect(next.getByRole('link')).toHaveText(/Silver/);
});

test('a chain that fails is explained, and the vote it offers is set up, run and won', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pickPreset('vote-of-8');
  await playground.pickStrategy(/^Chain of thought/);
  await playground.run();
  await playground.ended();
  await expect(happened(page)).toContainText('The answer is 110. That is wrong. It is not 90.');
  await expect(happened(page)).toContainText('Here it went wrong: 73 * 6 = 458, but 73 * 6 is 438, not 458.');
  await expect(happened(page)).toContainText('Checked by rule, not by the model.');
  await expectAccessible(page);
  await teacherOf(page).getByRole('button', { name: 'Ask it 8 times and vote' }).click();
  await playground.ended();
  await expect(happened(page)).toContainText(/90 won the vote: [5-8] of 8\. That is right\./);
  await expect(playground.traces).toHaveCount(8);
  await expect(playground.result).toContainText('90');
  // What is selected shows its numbers, and there is a way back.
  await page.getByRole('button', { name: 'Trace 1', exact: true }).click();
  await expect(teacherOf(page).getByRole('region', { name: 'Trace' })).toBeVisible();
  await teacherOf(page).getByRole('button', { name: 'Back to what happened' }).click();
  await expect(happened(page)).toBeVisible();
});

test('a tie says how it was broken, and that the right answer was there', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pickPreset('vote-of-8');
  await playground.setKnob('Samples', '4');
  await playground.run();
  await playground.ended();
  await expect(happened(page)).toContainText(
    'The vote was a tie: 2 answers have 2 votes each. 110 was taken',
  );
  await expect(happened(page)).toContainText('A right answer was there, in 2 of 4 finished traces: 90.');
  await expect(
    teacherOf(page).getByRole('button', { name: 'Draw 4 and let a verifier choose' }),
  ).toBeVisible();
});

test('stepping through a run, the column says what it is doing', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pickPreset('vote-of-8');
  await playground.run();
  await playground.ended();
  const now = teacherOf(page).getByRole('region', { name: 'Now' });
  await page.locator('body').press('[');
  await expect(now).toContainText('It has chosen 90.');
  await page.locator('body').press('[');
  await expect(now).toContainText('8 of 8 have voted: 6 say 90.');
  await page.getByRole('button', { name: /to the start/i }).click();
  for (let step = 0; step < 20; step++) await page.locator('body').press('.');
  await expect(now).toContainText(/Trace \d is thinking: \d tokens?\./);
});

for (const [width, height] of [
  [390, 844],
  [1024, 768],
] as const) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height } });

    test('the first sentence stands above the timeline, and opens the rest by key', async ({ page }) => {
      const playground = new Playground(page);
      await playground.open();
      await playground.run();
      await playground.ended();
      const line = page.getByRole('contentinfo').getByRole('button', { name: /^What happens here: / });
      await expect(line).toHaveAccessibleName(/The answer is .* That is (right|wrong)/);
      await expect(line).toHaveAttribute('aria-expanded', 'false');
      await line.focus();
      await page.keyboard.press('Enter');
      await expect(happened(page)).toBeVisible();
      await expect(teacherOf(page)).toBeFocused();
      await expectAccessible(page);
      const [sheet, dock] = await Promise.all([
        teacherOf(page).boundingBox(),
        page.getByRole('contentinfo').boundingBox(),
      ]);
      expect(sheet!.y + sheet!.height).toBeLessThanOrEqual(dock!.y + 1);
      await page.keyboard.press('Escape');
      await expect(teacherOf(page)).toHaveCount(0);
      await expect(line).toBeFocused();
      // What was tapped stays in sight: above its numbers, or beside them.
      const last = playground.traces.locator('[data-index]').last();
      await last.click();
      await expect(teacherOf(page).getByRole('region', { name: 'Token' })).toBeVisible();
      const [token, numbers] = await Promise.all([last.boundingBox(), teacherOf(page).boundingBox()]);
      if (width > 390) expect(numbers!.x + numbers!.width).toBeLessThan(token!.x);
      else expect(token!.y + token!.height).toBeLessThanOrEqual(numbers!.y);
      expect(numbers!.y + numbers!.height).toBeLessThanOrEqual(dock!.y + 1);
    });
  });
}

test('a number tells what it means, by pointing, by key and by a tap, and Escape puts that away', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const word = playground.result.getByRole('button', { name: 'cached' });
  const meaning = page.getByRole('tooltip');
  await word.hover();
  await expect(meaning).toContainText('had read before');
  await page.mouse.move(640, 400);
  await expect(meaning).toHaveCount(0);
  await word.focus();
  await expect(meaning).toBeVisible();
  await expect(word).toHaveAccessibleDescription(/had read before/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await word.click();
  await expect(meaning).toBeInViewport();
});
