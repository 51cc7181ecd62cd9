import type { Page } from '@playwright/test';

/** Words that are cut off without a sign of it, by what they say: no part of the page hides what does not fit but with an ellipsis. */
export async function cutOffOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.querySelectorAll(
      'button, a, label, legend, summary, th, td, h2, h3, h4, p, dt, dd, li',
    )) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.hidden-visually'))
        continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (
        (hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 3)
      )
        found.add(element.textContent?.trim().slice(0, 60) ?? '');
    }
    return [...found].toSorted();
  });
}
