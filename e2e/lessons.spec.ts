import { expect, type Locator, type Page, test } from '@playwright/test';
import type { ChapterPage } from '#learn/chapter.ts';
import { type ChapterId, chapterIds } from '#learn/chapters.ts';
import { type ChapterPart, chapterParts } from '#words/chapter-parts.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { places } from '#words/en/places.ts';
import { shell } from '#words/en/shell.ts';
import { speak } from '#words/language.ts';
import { wholeLanguage } from '#words/language-source.ts';
import { languages } from '#words/languages.ts';
import { expectAccessible } from './support/accessible.ts';

const column = (page: Page, id: ChapterId) =>
  page.getByRole('region', { name: `${lessonWords.lesson}: ${lessonWords.chapters[id].title}` });

/** Does what the page asks for, as a person who reads it would. */
async function doTask(lesson: Locator, part: ChapterPart, page: ChapterPage): Promise<void> {
  const words = part.words.pages[page.id];
  const guess = page.guess && words?.guess?.options[page.guess.right];
  await expect(lesson.getByRole('heading', { name: words?.title ?? page.id, exact: true })).toBeVisible();
  if (guess !== undefined) await lesson.getByRole('radio', { name: guess, exact: true }).check();
  const { task } = page;
  if (task.kind === 'run') {
    const name = words?.setups?.[task.setup];
    if (name !== undefined) await lesson.getByRole('radio', { name, exact: true }).check();
    const run = lesson.getByRole('button', { name: lessonWords.run, exact: true });
    const done = lesson.getByText(lessonWords.done.trim(), { exact: true });
    await expect(run.or(done).first()).toBeVisible();
    if (await run.isVisible()) await run.click();
  } else if (task.kind === 'beside') {
    const run = lesson.getByRole('button', { name: lessonWords.runBeside, exact: true });
    const done = lesson.getByText(lessonWords.done.trim(), { exact: true });
    await expect(run.or(done).first()).toBeVisible();
    if (await run.isVisible()) await run.click();
  } else if (task.kind !== 'read') {
    const runIt = lesson.getByRole('button', { name: lessonWords.runIt, exact: true });
    const way = lesson.getByRole('button', {
      name: task.kind === 'look' ? lessonWords.lookAt[task.picture] : lessonWords.showMe,
      exact: true,
    });
    const done = lesson.getByText(lessonWords.done.trim(), { exact: true });
    await expect(runIt.or(way).or(done).first()).toBeVisible();
    if (await runIt.isVisible()) await runIt.click();
    await expect(way.or(done).first()).toBeVisible();
    if (await way.isVisible()) await way.click();
  }
  const drawn = page.widget === 'sweep';
  if (drawn) await lesson.getByRole('button', { name: lessonWords.drawCurve, exact: true }).click();
  // A curve is a few hundred runs.
  await expect(lesson.getByText(lessonWords.done.trim(), { exact: true })).toBeVisible(
    drawn ? { timeout: 90_000 } : {},
  );
  if (page.guess) await expect(lesson.getByText(lessonWords.guessedRight)).toBeVisible();
}

async function walk(page: Page, id: ChapterId): Promise<void> {
  const part = await chapterParts[id]();
  const lesson = column(page, id);
  for (const [at, one] of part.chapter.pages.entries()) {
    await doTask(lesson, part, one);
    if (at < part.chapter.pages.length - 1)
      await lesson.getByRole('button', { name: lessonWords.next, exact: true }).click();
  }
}

test.use({ reducedMotion: 'reduce' });
test.afterEach(() => speak(null));

/** Each lesson is walked in one language, in turn; in all of them where that is asked for. */
const spoken = ['en', 'zh-Hans', 'zh-Hant'] as const;
const walks = chapterIds.flatMap((id, at) =>
  spoken
    .filter((_, turn) => process.env['EVERY_LANGUAGE'] || turn === at % spoken.length)
    .map((language) => ({ id, language })),
);

for (const { id, language } of walks)
  test(`the lesson ${id} can be walked to its end in ${language}, and is kept as read`, async ({ page }) => {
    if (language !== 'en') speak(await wholeLanguage(await languages[language].come()));
    await page.goto(`./?lang=${language}#/learn`);
    await page.getByRole('link', { name: lessonWords.chapters[id].title, exact: true }).click();
    await walk(page, id);
    await page
      .getByRole('navigation', { name: places.nav })
      .getByRole('link', { name: places.names.learn })
      .click();
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: lessonWords.chapters[id].title }) });
    await expect(row.getByText(lessonWords.finished, { exact: true })).toBeVisible();
  });

test('a lesson stands beside Play, goes on after a reload, and can be left', async ({ page }) => {
  const id = 'self-consistency';
  const { chapter, words } = await chapterParts[id]();
  const title = (at: number) => words.pages[chapter.pages[at]?.id ?? '']?.title ?? '';
  await page.goto(`./#/learn/lesson/${id}`);
  const lesson = column(page, id);
  await lesson.getByRole('button', { name: lessonWords.run, exact: true }).click();
  await expect(lesson.getByText(lessonWords.done.trim(), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await lesson.getByRole('button', { name: lessonWords.next, exact: true }).click();
  await page.reload();
  await expect(lesson.getByRole('heading', { name: title(1) })).toBeVisible();
  await lesson.getByRole('link', { name: lessonWords.leave }).click();
  await expect(lesson).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: shell.inspector })).toBeVisible();
});

test('on a phone a lesson is a sheet, which makes room for the run and says in a line what came of it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/learn/lesson/self-consistency');
  const lesson = column(page, 'self-consistency');
  // The page's own Run is quieter than the one that the lesson asks for, until there is nothing left to ask.
  const asked = lesson.getByRole('button', { name: lessonWords.run, exact: true });
  const filled = await asked.evaluate((button) => getComputedStyle(button).backgroundColor);
  const other = page.getByRole('banner').getByRole('button', { name: /^Run/ });
  await expect(other).not.toHaveCSS('background-color', filled);
  await asked.click();
  await expect(lesson).toHaveCount(0);
  await expect(other).toHaveCSS('background-color', filled);
  const line = page.getByRole('button', { name: new RegExp(`^${shell.teacherSays}`) });
  await expect(line).toContainText('It answers');
  await expectAccessible(page);
  await line.click();
  await expect(lesson.getByText(lessonWords.done.trim(), { exact: true })).toBeVisible();
  await expectAccessible(page);
  // One way out, and Escape: both lead back to the line.
  await expect(line).toBeHidden();
  await expect(lesson.getByRole('link', { name: lessonWords.leave })).toBeHidden();
  await page.getByRole('button', { name: shell.closeInspector }).click();
  await expect(lesson).toHaveCount(0);
  await expect(line).toBeFocused();
  await line.click();
  await expect(lesson).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line).toBeFocused();
  await page.getByRole('contentinfo').getByRole('button', { name: lessonWords.next, exact: true }).click();
  await expect(lesson.getByText(lessonWords.pageOf(2, 5), { exact: true })).toBeVisible();
  // Who left it finds the way back beside the run.
  await page
    .getByRole('navigation', { name: places.nav })
    .getByRole('link', { name: places.names.play })
    .click();
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: new RegExp(`^${lessonWords.lesson}`) })
    .click();
  await expect(lesson.getByText(lessonWords.pageOf(2, 5), { exact: true })).toBeVisible();
});
