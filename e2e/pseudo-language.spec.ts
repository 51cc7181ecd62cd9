import { expect, test } from '@playwright/test';
import { lab } from '#words/en/lab.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { places } from '#words/en/places.ts';
import { speak } from '#words/language.ts';
import { pseudo } from '#words/pseudo/pseudo.ts';
import { expectAccessible } from './support/accessible.ts';
import { plainEnglishOn } from './support/leaks.ts';
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
        await expectAccessible(page);
      };
      await playground.open();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
      await expectSpoken('first visit');
      for (const preset of ['vote-of-8', 'tree-search', 'four-waits'] as const) {
        await playground.pickPreset(preset);
        await playground.run();
        await playground.ended();
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          await expectSpoken(`${preset}, ${await tab.innerText()}`);
        }
      }
      const areas = page.getByRole('navigation', { name: places.nav });
      for (const [kind, title] of [
        ['lab', lab.title],
        ['learn', lessonWords.title],
        ['play', null],
      ] as const) {
        await areas.getByRole('link', { name: places.names[kind] }).click();
        if (title === null) continue;
        await expect(page.getByRole('heading', { name: title })).toBeVisible();
        await expectSpoken(kind);
      }
      for (const key of ['?', 'm']) {
        await page.locator('body').press(key);
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectSpoken(`dialog ${key}`);
        await page.keyboard.press('Escape');
      }
    });
  });
}
