import { expect, test } from '@playwright/test';
import { strategyKinds } from '#experiment/strategies.ts';
import { header } from '#words/en/header.ts';
import { setup as setupWords } from '#words/en/setup.ts';
import { shell } from '#words/en/shell.ts';
import { speak } from '#words/language.ts';
import { wholeLanguage } from '#words/language-source.ts';
import { languages } from '#words/languages.ts';
import { expectAccessible, otherThanColours } from './support/accessible.ts';
import { cutOffOn } from './support/cut-off.ts';
import { plainEnglishOn } from './support/leaks.ts';
import { labelsOutOfSight } from './support/out-of-sight.ts';
import { walkEveryPlace } from './support/every-place.ts';
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
        await expectAccessible(page, otherThanColours);
      };
      await playground.open();
      if (id === 'zh-Hans') {
        // A usual run of every strategy is set up without scrolling; how wide the characters are is the same in both scripts.
        await playground.pickPreset('vote-of-8');
        const setup = page.getByRole('region', { name: shell.setup });
        const menu = setup.getByRole('combobox', { name: header.strategy, exact: true });
        for (const kind of strategyKinds) {
          if ((await menu.locator(`option[value="${kind}"]:enabled`).count()) === 0) continue;
          await menu.selectOption(kind);
          await expect
            .poll(() => labelsOutOfSight(setup.getByRole('group', { name: setupWords.main })), kind)
            .toEqual([]);
        }
      }
      await walkEveryPlace(playground, ['?', 'm', 'x', 'y'], expectSpoken);
    });
  });
}
