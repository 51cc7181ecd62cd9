import { expect, test } from '@playwright/test';
import { areaFragment } from '#app/store/areas.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

for (const { name, viewport } of [
  { name: 'wide', viewport: { width: 1280, height: 800 } },
  { name: 'narrow', viewport: { width: 390, height: 844 } },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test('every view passes axe, nothing scrolls sideways, and on a wide screen the page stays in place', async ({
      page,
    }) => {
      const playground = new Playground(page);
      // A vote over 4 traces, as a link brings it.
      await playground.open();
      await expectAccessibleInBothThemes(page);
      await playground.run();
      await playground.ended();
      await expectAccessibleInBothThemes(page);
      await page.getByRole('tab', { name: /^Votes/ }).click();
      await expectAccessibleInBothThemes(page);
      await page.locator('body').press('?');
      await expectAccessibleInBothThemes(page);
      await page.keyboard.press('Escape');
      await page.evaluate(() => (location.hash = '#v99.abc'));
      await expect(page.getByRole('alert').filter({ hasText: /newer/ })).toBeVisible();
      await expectAccessibleInBothThemes(page);
      const [sideways, down] = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return [scrollWidth - clientWidth, scrollHeight - clientHeight] as const;
      });
      expect(sideways).toBeLessThanOrEqual(0);
      if (name === 'wide') expect(down).toBeLessThanOrEqual(0);
    });
  });
}

test.describe('search', () => {
  test('tree, outline, scores, budget and comparison pass axe', async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    for (const label of ['Monte-Carlo tree search', 'Best of N', 'Budget forcing']) {
      await page.getByRole('combobox', { name: 'Strategy', exact: true }).selectOption({ label });
      await playground.run();
      await playground.ended();
      await expectAccessibleInBothThemes(page);
      const outline = page.getByRole('button', { name: 'Outline' });
      if (await outline.isVisible()) {
        await outline.click();
        await page.getByRole('treeitem').nth(1).click();
        await expectAccessibleInBothThemes(page);
      }
    }
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Results' }).getByText('right').first()).toBeVisible();
    await expectAccessibleInBothThemes(page);
  });
});

test.describe('what is read, in the dark and in Chinese', () => {
  test.use({ colorScheme: 'dark' });

  test('questions with an answer open and the landscape pass axe', async ({ page }) => {
    for (const place of ['question/self-consistency', 'landscape']) {
      await page.goto(`./?lang=zh-Hans${areaFragment('learn', place)}`);
      await page.reload();
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expect(page.getByRole('main').getByRole('link').nth(5)).toBeVisible();
      await expectAccessible(page);
    }
  });
});

test('the whole way works by keyboard alone', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.keyboard.press('Control+Enter');
  await playground.ended();
  await page.keyboard.press('Home');
  await page.keyboard.press('.');
  await expect(page.getByRole('slider', { name: 'Step of the run' })).toHaveValue('1');
  await page.keyboard.press('End');
  await page.keyboard.press('2');
  await expect(page.getByRole('tab', { name: /^Votes/ })).toHaveAttribute('aria-selected', 'true');
});
