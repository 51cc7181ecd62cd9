import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';

/** Colours are looked at once: they are the same in every language, and take axe as long as nearly all else. */
export const otherThanColours = { rules: { 'color-contrast': { enabled: false } } };

/** What axe looks at: all that people agree on. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What is on the page now passes axe, and nothing of it scrolls sideways. The page has no frames of other origins, so axe can run in
 * the page itself, instead of opening a second one for each look; and only violations are told in full.
 */
export async function expectAccessible(
  page: Page,
  but: Partial<typeof otherThanColours> = {},
): Promise<void> {
  expect(await violations(page, { runOnly: tags, ...but })).toEqual([]);
  await expectFits(page);
}

/** Nothing scrolls sideways. */
export async function expectFits(page: Page): Promise<void> {
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog[open] .dialog-body')].map(
      (element) => element.scrollWidth - element.clientWidth,
    ),
  );
  expect(Math.max(...sideways)).toBeLessThanOrEqual(0);
}

/** The same in both themes: in the dark one only colours can differ. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await expectAccessible(page);
  await showIn(page, 'dark');
  expect(await violations(page, { runOnly: { type: 'rule', values: ['color-contrast'] } })).toEqual([]);
  await showIn(page, 'light');
}

async function showIn(page: Page, theme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

async function violations(page: Page, options: RunOptions): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], ...options })
    .analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
