import { expect, type Page, test } from '@playwright/test';
import { header } from '#words/en/header.ts';
import { places } from '#words/en/places.ts';
import { stage } from '#words/en/stage.ts';
import { speak } from '#words/language.ts';
import { wholeLanguage } from '#words/language-source.ts';
import { type LanguageId, languageNames, languages } from '#words/languages.ts';
import { longTraces, Playground } from './support/playground.ts';

test.afterEach(() => speak(null));

async function speakHere(id: Exclude<LanguageId, 'en'>): Promise<void> {
  speak(await wholeLanguage(await languages[id].come()));
}
/** The languages whose words the page asked for. */
function fetchedWords(page: Page): ReadonlySet<string> {
  const found = new Set<string>();
  page.on('request', (request) => {
    const [, language] = /assets\/words\/(zh-\w+?)-/.exec(request.url()) ?? [];
    if (language) found.add(language);
  });
  return found;
}
const languageOf = (page: Page) => page.locator('html');
const runLink = (page: Page) => page.getByRole('navigation', { name: places.nav });

test('another language is chosen in the middle of a run, which goes on; it is remembered, and in the link', async ({
  page,
}) => {
  const fetched = fetchedWords(page);
  const playground = new Playground(page);
  await playground.open();
  const letGo = await playground.startHeldRun();
  expect([...fetched]).toEqual([]);
  const choice = page.getByRole('combobox', { name: header.language });
  await choice.selectOption(languageNames.get('zh-Hant') ?? '');
  await speakHere('zh-Hant');
  await expect(languageOf(page)).toHaveAttribute('lang', 'zh-Hant');
  await letGo();
  await expect(runLink(page).getByRole('link', { name: places.names.lab })).toBeVisible();
  const spoken = new Playground(page);
  await spoken.settledTraces(longTraces);
  expect([...fetched]).toEqual(['zh-Hant']);
  expect(new URL(page.url()).searchParams.get('lang')).toBe('zh-Hant');
  // The run itself is over, and not its traces alone.
  await spoken.ended();
  const address = page.url();
  const result = await spoken.result.innerText();
  await page.reload();
  await expect(languageOf(page)).toHaveAttribute('lang', 'zh-Hant');
  await expect(spoken.result).toHaveText(result, { useInnerText: true });

  // The reader's own choice goes before the link's.
  const first = page.getByRole('article').first();
  const falseSteps = first.locator('[data-false]');
  await expect(falseSteps.first()).toBeAttached();
  const marked = await falseSteps.count();
  await page.getByRole('combobox', { name: header.language }).selectOption('English');
  speak(null);
  await expect(languageOf(page)).toHaveAttribute('lang', 'en');
  // Cards too, and what is false in them is still marked.
  await expect(first).toHaveAccessibleName('Trace 1');
  await expect(first).toContainText(stage.trace.answer);
  await expect(falseSteps).toHaveCount(marked);
  await page.goto(address);
  await expect(languageOf(page)).toHaveAttribute('lang', 'en');
  await expect(runLink(page).getByRole('link', { name: places.names.lab })).toBeVisible();
});

test.describe('a browser that wishes for Chinese of Hong Kong', () => {
  test.use({ locale: 'zh-HK' });

  test('gets it from the first picture on, and what a link says where it says something', async ({
    page,
  }) => {
    const fetched = fetchedWords(page);
    await speakHere('zh-Hant');
    await page.goto('./');
    await expect(runLink(page).getByRole('link', { name: places.names.lab })).toBeVisible();
    await expect(languageOf(page)).toHaveAttribute('lang', 'zh-Hant');
    expect([...fetched]).toEqual(['zh-Hant']);
    await page.goto('./?lang=zh-Hans#/lab');
    await speakHere('zh-Hans');
    await expect(languageOf(page)).toHaveAttribute('lang', 'zh-Hans');
    await expect(page).toHaveTitle(places.titled(places.names.lab, 'Second Thought'));
    await page.goto('./?embed=stage&lang=en');
    await expect(languageOf(page)).toHaveAttribute('lang', 'en');
  });
});
