import { expect, test } from '@playwright/test';
import { lab } from '#words/en/lab.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { places } from '#words/en/places.ts';
import { speak } from '#words/language.ts';
import { wholeLanguage } from '#words/language-source.ts';
import { languages } from '#words/languages.ts';
import { expectAccessible } from './support/accessible.ts';
import { cutOffOn } from './support/cut-off.ts';
import { plainEnglishOn } from './support/leaks.ts';
import { Playground } from './support/playground.ts';

/** Names and terms that Chinese says in English are a word or two; three in a row are a sentence that was left behind. */
const sentence = /[A-Za-z]+ [a-z]+ [a-z]+/;

test.afterEach(() => speak(null));

for (const { id, viewport } of [
  { id: 'zh-Hans', viewport: { width: 1280, height: 800 } },
  { id: 'zh-Hant', viewport: { width: 390, height: 844 } },
] as const) {
  test.describe(id, () => {
    test.use({ viewport, locale: id });

    test('is spoken everywhere, fits, and is accessible', async ({ page }) => {
      speak(await wholeLanguage(await languages[id].come()));
      const playground = new Playground(page);
      const expectSpoken = async (where: string) => {
        expect.soft(await plainEnglishOn(page, sentence), where).toEqual([]);
        expect.soft(await cutOffOn(page), where).toEqual([]);
        await expectAccessible(page);
      };
      await playground.open();
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
      for (const key of ['?', 'm', 'x', 'y']) {
        await page.locator('body').press(key);
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectSpoken(`dialog ${key}`);
        await page.keyboard.press('Escape');
      }
    });
  });
}
