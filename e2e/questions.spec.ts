import { expect, test } from '@playwright/test';
import { areaFragment } from '#app/store/areas.ts';
import { landscapeWords } from '#words/en/landscape.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { questionWords } from '#words/en/questions.ts';
import { questionText } from '#words/question-words.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

const asked = (id: Parameters<typeof questionText>[0]) => questionText(id);

test('a question is found, guessed, answered, shown by a run and ticked; a link opens another; paper has all answers', async ({
  page,
}) => {
  const { question, answer, ways } = asked('self-consistency');
  await page.goto(`./${areaFragment('learn', 'questions')}`);
  await page.getByRole('searchbox', { name: questionWords.search }).fill('greedy vote');
  await expect(page.getByText(questionWords.found(1))).toBeVisible();
  await expect(page.getByText(answer)).toBeHidden();
  await page.getByRole('button', { name: questionWords.showOne(question) }).click();
  await expect(page.getByText(answer)).toBeVisible();
  await page.getByRole('checkbox', { name: questionWords.iCanOne(question) }).check();
  await expect(page.getByText(questionWords.known(1, 25))).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: `${ways['vote'] ?? ''}: ${question}` }).click();
  const playground = new Playground(page);
  await playground.ended();
  await expect(playground.result).toContainText('right');
  await page.getByRole('link', { name: lessonWords.backToQuestion }).click();
  await expect(page.getByText(answer)).toBeInViewport();

  const distillation = asked('distillation');
  await page.goto(`./${areaFragment('learn', 'question/distillation')}`);
  await page.reload();
  await expect(page.getByText(distillation.answer)).toBeInViewport();
  await expect(page.getByRole('checkbox', { name: questionWords.iCanOne(question) })).toBeChecked();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(asked('next-model').answer)).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page
    .getByRole('button', { name: `${distillation.ways['together'] ?? ''}: ${distillation.question}` })
    .click();
  await expect(page.getByRole('tab', { name: /^Compare/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'Results' }).getByText('right').first()).toBeVisible();
});

test('the landscape is filtered, opens a relative in Play, and a choice leads to one', async ({ page }) => {
  await page.goto(`./${areaFragment('learn', 'landscape')}`);
  const row = (name: string) => page.getByRole('rowheader', { name });
  await expect(row('o3')).toBeVisible();
  await page.getByRole('checkbox', { name: landscapeWords.onlyOpen }).check();
  await expect(row('o3')).toHaveCount(0);
  await expect(row('s1-32B')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: landscapeWords.partNames.task }).click();
  await page.getByRole('radio', { name: landscapeWords.task.options['own-machine'] }).check();
  await expect(page.getByText(/^Begin with R1-Distill.*gpt-oss/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: landscapeWords.relatives.distilled }).click();
  await expect(page.getByRole('button', { name: 'Run it on your machine' })).toBeVisible();
});
