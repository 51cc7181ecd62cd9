import { expect, test } from '@playwright/test';
import { speak } from '#words/language.ts';
import { pseudo } from '#words/pseudo/pseudo.ts';
import { expectFits } from './support/accessible.ts';
import { plainEnglishOn } from './support/leaks.ts';
import { walkEveryPlace } from './support/every-place.ts';
import { Playground } from './support/playground.ts';

/** In a language of longer words with marks on every letter, nothing stays plain English, and everything still fits. */
test.beforeEach(async ({ page }) => {
  speak(pseudo);
  await page.addInitScript(() => localStorage.setItem('second-thought.language', 'en-XA'));
});
test.afterEach(() => speak(null));

for (const { name, viewport } of [
  { name: 'wide', viewport: { width: 1280, height: 800 } },
  { name: 'narrow', viewport: { width: 390, height: 844 } },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test('the first visit, runs of every picture and the dialogs say all in it', async ({ page }) => {
      const playground = new Playground(page);
      const expectSpoken = async (where: string) => {
        expect.soft(await plainEnglishOn(page), where).toEqual([]);
        await expectFits(page);
      };
      await playground.open();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
      await walkEveryPlace(playground, ['?', 'm'], expectSpoken);
    });
  });
}
