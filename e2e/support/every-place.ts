import { expect } from '@playwright/test';
import { lab } from '#words/en/lab.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { places } from '#words/en/places.ts';
import type { Playground } from './playground.ts';

/** Goes through the page: the first visit, all pictures of three runs, Lab and Learn, some dialogs. `look` is called at each, with its name. */
export async function walkEveryPlace(
  playground: Playground,
  dialogs: readonly string[],
  look: (where: string) => Promise<void>,
): Promise<void> {
  const { page } = playground;
  await look('first visit');
  for (const preset of ['vote-of-8', 'tree-search', 'four-waits'] as const) {
    await playground.pickPreset(preset);
    await playground.run();
    await playground.ended();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await look(`${preset}, ${await tab.innerText()}`);
    }
    // Beside other runs, where the row ends, the button is Compare's.
    await page.getByRole('tab').first().click();
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
    await look(kind);
  }
  for (const key of dialogs) {
    await page.locator('body').press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(`dialog ${key}`);
    await page.keyboard.press('Escape');
  }
}
