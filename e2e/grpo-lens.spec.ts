import { expect, test, type Page } from '@playwright/test';
import { areaFragment } from '#app/store/areas.ts';
import { grpo } from '#words/en/grpo.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rows = (page: Page) => page.getByRole('group', { name: /a row each/ });
/** A number of the group by its name. */
const number = (page: Page, name: string) =>
  page.getByRole('definition').and(page.locator(`dt:text-is("${name}") + dd`));

async function sample(page: Page): Promise<void> {
  await page.goto(`./${areaFragment('lab', 'lens/grpo')}`);
  await button(page, grpo.setup.sample).click();
  await expect(number(page, grpo.group.clipped)).toBeVisible();
}

test('a group is rewarded, its advantages sum to zero, and epsilon decides what is clipped', async ({
  page,
}) => {
  await sample(page);
  await expect(rows(page).getByText(/^Trace \d+:/)).toHaveCount(16);
  await expect(number(page, grpo.group.sum)).toHaveText('0.00');
  await expect(page.getByText(grpo.left.mixed({ right: 9, of: 16 }))).toBeVisible();
  const clipped = async () =>
    Number.parseInt((await number(page, grpo.group.clipped).innerText()).replace(',', ''), 10);
  const before = await clipped();
  expect(before).toBeGreaterThan(0);
  await page.getByRole('slider', { name: grpo.rule.clipLow }).fill('0');
  await expect.poll(clipped).toBeGreaterThan(before);
  // The token that is looked at, in numbers, and by the keyboard the next one.
  await rows(page).press('ArrowRight');
  await expect(page.getByRole('heading', { name: /^Token \d+ of \d+, trace \d+/ })).toBeVisible();
  await expectAccessible(page);
});

test('its cards are as wide as what is in them, with a run in Play that can be taken', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  await page.evaluate((to) => location.assign(to), areaFragment('lab', 'lens/grpo'));
  await expect(button(page, grpo.setup.takeRun)).toBeVisible();
  await button(page, grpo.setup.sample).click();
  await expect(number(page, grpo.group.clipped)).toBeVisible();
  for (const width of [390, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(sticksOut), `${width} pixels`).toEqual([]);
  }
});

/** What reaches beyond the right edge of the part that it is in. */
function sticksOut(): readonly string[] {
  return [...document.querySelectorAll('main section')].flatMap((section) => {
    const { right } = section.getBoundingClientRect();
    return [...section.querySelectorAll('button, select, input, label, p, table, div')]
      .filter((one) => one.getBoundingClientRect().right > right + 1 && !one.closest('.hidden-visually'))
      .map((one) => one.textContent ?? one.tagName);
  });
}

test('a group that is all right leaves the KL term alone, and nothing at all without a floor', async ({
  page,
}) => {
  await page.goto(`./${areaFragment('lab', 'lens/grpo')}`);
  await button(page, grpo.even.seek['all-right']).click();
  await expect(page.getByText(grpo.left.kl(16))).toBeVisible();
  await page.getByRole('slider', { name: grpo.rule.beta }).fill('0');
  await expect(page.getByText(grpo.left.nothing(16))).toBeVisible();
  await page.getByRole('slider', { name: grpo.rule.floor }).fill('0');
  await expect(page.getByText(grpo.left.nan(16))).toBeVisible();
  await expect(number(page, grpo.group.sum)).toHaveText('NaN');
});

test('many groups show which share gives a signal, and can be stopped', async ({ page }) => {
  await page.goto(`./${areaFragment('lab', 'lens/grpo')}`);
  await page.getByRole('slider', { name: grpo.setup.size }).fill('4');
  await button(page, grpo.survey.start).click();
  await expect(page.getByRole('img', { name: grpo.survey.picture })).toBeVisible();
  await button(page, grpo.setup.stop).first().click();
  await expect(button(page, grpo.survey.start)).toBeEnabled();
  await expect(page.getByText(/of \d+ groups? give a signal/)).toBeVisible();
});

test('a lens opens from the run in Play: the traces of a vote are a group', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pickPreset('vote-of-8');
  await playground.run();
  await playground.ended();
  await page.goto(`./${areaFragment('lab', 'lens/grpo')}`);
  await expect(page.getByText(grpo.setup.fromPlay)).toBeVisible();
  await expect(rows(page).getByText(/^Trace \d+:/)).toHaveCount(8);
  await expect(number(page, grpo.group.clipped)).toBeVisible();
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('the lens passes axe and nothing scrolls sideways', async ({ page }) => {
    await sample(page);
    await expectAccessibleInBothThemes(page);
  });
});
