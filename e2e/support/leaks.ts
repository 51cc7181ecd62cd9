import type { Page } from '@playwright/test';

/**
 * What the page says in plain English while it speaks the pseudo-language, in which every letter of its own sentences carries a
 * mark. What is marked `translate="no"` is data: problems, tokens, answers, names.
 *
 * @param looks what plain English looks like, in a language that has words of it.
 */
export async function plainEnglishOn(page: Page, looks = /[A-Za-z]{2,}/): Promise<readonly string[]> {
  return page.evaluate((pattern) => {
    const plain = new RegExp(pattern);
    const found = new Set<string>();
    const isData = (element: Element) =>
      element.closest('script, style') !== null ||
      element.closest('[translate]')?.getAttribute('translate') === 'no';
    const isDrawn = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const parent = walker.currentNode.parentElement;
      if (parent && plain.test(text) && !isData(parent) && isDrawn(parent)) found.add(text);
    }
    for (const name of [
      'aria-label',
      'title',
      'placeholder',
      'alt',
      'aria-valuetext',
      'aria-roledescription',
    ])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name) ?? '';
        if (plain.test(text) && !isData(element) && isDrawn(element)) found.add(`${name}: ${text}`);
      }
    return [...found].toSorted();
  }, looks.source);
}
