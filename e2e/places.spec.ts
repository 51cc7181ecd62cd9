import { expect, test, type Page } from '@playwright/test';
import { areaFragment } from '#app/store/areas.ts';
import { header } from '#words/en/header.ts';
import { lab } from '#words/en/lab.ts';
import { learn } from '#words/en/learn.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { places } from '#words/en/places.ts';
import { shell } from '#words/en/shell.ts';
import { expectAccessibleInBothThemes } from './support/accessible.ts';
import { longTraces, Playground } from './support/playground.ts';

const link = (page: Page, name: string) =>
  page.getByRole('navigation', { name: places.nav }).getByRole('link', { name });
const hash = (page: Page) => new URL(page.url()).hash;

test('Play, Lab and Learn have addresses; Back and Forward move between them and leave the run as it is', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  const [fragment, result] = [hash(page), await playground.result.innerText()];
  for (const [kind, title] of [
    ['lab', lab.title],
    ['learn', lessonWords.title],
  ] as const) {
    await link(page, places.names[kind]).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(link(page, places.names[kind])).toHaveAttribute('aria-current', 'page');
    await expect(page).toHaveTitle(`${places.names[kind]} · Second Thought`);
    await expect(page.getByRole('main')).toBeFocused();
    expect(hash(page)).toBe(areaFragment(kind));
  }
  await page.goBack();
  await expect(page.getByRole('heading', { name: lab.title })).toBeVisible();
  await page.goBack();
  await expect(playground.result).toHaveText(result, { useInnerText: true });
  expect(hash(page)).toBe(fragment);
  await expect(page).toHaveTitle('Second Thought');
  await page.goForward();
  await link(page, places.names.play).click();
  await expect(playground.result).toHaveText(result, { useInnerText: true });
  expect(hash(page)).toBe(fragment);
});

test('a run goes on while another area is looked at', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const letGo = await playground.startHeldRun();
  await link(page, places.names.lab).click();
  const goesOn = link(page, places.names.play).getByText(places.runGoesOn);
  await expect(goesOn).toBeAttached();
  await letGo();
  await expect(goesOn).toHaveCount(0);
  await link(page, places.names.play).click();
  await playground.settledTraces(longTraces);
  await expect(playground.result).not.toContainText('cancelled');
});

test('a card of Learn runs its experiment in Play, and Back leads to the cards', async ({ page }) => {
  await page.goto('./#/learn/experiments');
  await page.getByRole('button', { name: learn.runOne(learn.questions['vote-of-8']) }).click();
  const playground = new Playground(page);
  await playground.ended();
  await expect(playground.result).toContainText('right');
  expect(hash(page)).toMatch(/^#v/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: learn.title })).toBeVisible();
  await page.getByRole('button', { name: learn.openOne(learn.questions['tree-search']) }).click();
  await expect(page.getByRole('button', { name: 'Run it on your machine' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: header.strategy })).toHaveValue('mcts');
  // Where an address leads nowhere, that is said, with what is shown instead.
  for (const [address, instead] of [
    [areaFragment('learn', 'question/none'), learn.partNames.questions],
    [areaFragment('lab', 'nothing'), lab.partNames.evidence],
    ['#/nowhere', places.names.lab],
  ] as const) {
    await page.goto(`./${address}`);
    const said = page.getByRole('alert').filter({ hasText: places.unknown(instead) });
    await expect(said).toBeVisible();
    await said.getByRole('button', { name: shell.dismiss }).click();
    await expect(said).toHaveCount(0);
  }
  // Where the lesson would stand, and nowhere else.
  await page.goto(`./${areaFragment('learn', 'lesson/none')}`);
  await expect(page.getByRole('alert').filter({ hasText: /no such/ })).toHaveText(
    /^There is no such lesson\./,
  );
});

test('a problem of a claim comes out in Play as it was measured', async ({ page }) => {
  await page.goto(`./${areaFragment('lab', 'voting-helps')}`);
  const claim = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /^Voting helps: self/ }) });
  await expect(claim).toBeInViewport();
  await expect(claim.getByRole('row', { name: /vote of 32/ })).toContainText('83%');
  await claim.getByText(lab.try).click();
  const one = claim.getByRole('listitem').filter({ hasText: 'one sample' });
  await expect(one).toContainText(lab.measuredWrong);
  await expect(claim.getByRole('listitem').filter({ hasText: 'vote of 32' })).toContainText(
    lab.measuredRight,
  );
  const playground = new Playground(page);
  for (const [way, outcome] of [
    ['one sample', 'wrong'],
    ['vote of 32', 'right'],
  ] as const) {
    await claim.getByRole('button', { name: lab.openOne(way) }).click();
    await page.getByRole('button', { name: 'Run it on your machine' }).click();
    await playground.ended();
    await expect(playground.result).toContainText(outcome);
    await page.goBack();
    await expect(page.getByRole('heading', { name: lab.title })).toBeVisible();
  }
});

test('claims are filtered by topic, which the address names, and by outcome', async ({ page }) => {
  await page.goto('./#/lab');
  const claims = page.getByRole('heading', { level: 3 });
  await page
    .getByRole('navigation', { name: lab.topics })
    .getByRole('link', { name: 'Thinking longer' })
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'claims' })).toHaveText('4 claims');
  expect(hash(page)).toBe('#/lab/thinking-longer');
  await page.getByRole('combobox', { name: lab.outcome }).selectOption('opposite');
  await expect(page.getByRole('status').filter({ hasText: 'claim' })).toHaveText('1 claim');
  await expect(
    claims.filter({ hasText: 'Thinking longer helps: “Wait” forced on a model that learnt from shortcuts' }),
  ).toBeVisible();
  await page
    .getByRole('button', { name: /^How .* was trained$/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test('Lab and Learn pass axe and fit', async ({ page }) => {
      await page.goto('./#/lab/process-outcome-vote');
      await page.getByText(lab.howToRead).click();
      await page.locator('#lab-process-outcome-vote').getByText(lab.try).click();
      await expect(page.getByText(lab.same)).toBeVisible();
      await expectAccessibleInBothThemes(page);
      await link(page, places.names.learn).click();
      await expect(page.getByRole('heading', { name: lessonWords.title })).toBeVisible();
      await expectAccessibleInBothThemes(page);
      await page.goto('./#/learn/experiments');
      await expect(page.getByRole('heading', { name: learn.title })).toBeVisible();
      await expectAccessibleInBothThemes(page);
      if (viewport.width > 400) return;
      for (const name of Object.values(places.names)) {
        const box = await link(page, name).boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
    });
  });
}
