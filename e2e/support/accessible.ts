import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Colours are looked at once: they are the same in every language, and take axe as long as nearly all else. */
export const otherThanColours = { rules: { 'color-contrast': { enabled: false } } };

/**
 * What is on the page now passes axe, and nothing of it scrolls sideways. The page has no frames of other origins, so axe can run in
 * the page itself, instead of opening a second one for each look; and only violations are told in full.
 */
export async function expectAccessible(
  page: Page,
  but: Partial<typeof otherThanColours> = {},
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], ...but })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog[open] .dialog-body')].map(
      (element) => element.scrollWidth - element.clientWidth,
    ),
  );
  expect(Math.max(...sideways)).toBeLessThanOrEqual(0);
}
