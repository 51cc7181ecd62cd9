import { expect, type Page, test } from '@playwright/test';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { tree as words } from '#words/en/tree.ts';
import { Playground } from './support/playground.ts';

const countdown = defaultExperiment('countdown', 'mcts');
/** A search whose tree is larger than the stage. */
const large: Experiment = {
  ...countdown,
  problem: { family: 'countdown', numbers: [1, 5, 11, 13], target: 24 },
  sampling: { ...countdown.sampling, temperature: 2 },
  strategy: { ...defaultStrategy('mcts'), simulations: 100, parallel: 16, expansion: 16 },
};

const pictureOf = (page: Page) => page.getByRole('group', { name: words.picture });
const barsOf = (page: Page) => pictureOf(page).getByRole('button', { name: /^Show [\d,]+ more nodes?/ });

/** How many nodes the bars in sight say that they hold. */
async function gathered(page: Page): Promise<number> {
  const names = await barsOf(page).evaluateAll((bars) =>
    bars.map((bar) => bar.getAttribute('aria-label') ?? ''),
  );
  return names.reduce((sum, name) => sum + Number(/[\d,]+/.exec(name)?.[0].replaceAll(',', '')), 0);
}

const fitOf = (page: Page) => page.getByRole('button', { name: 'Fit', exact: true });

async function ended(page: Page): Promise<void> {
  const playground = new Playground(page);
  await playground.open(await encodeExperiment(large));
  await playground.run();
  await playground.ended();
}

async function searched(page: Page): Promise<void> {
  await ended(page);
  await fitOf(page).click();
}

test('what there is no room for is in bars with their counts, which open', async ({ page }) => {
  await ended(page);
  // A tree that is done is shown as a whole, unless a person follows it on.
  await expect(fitOf(page)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(fitOf(page)).toHaveAttribute('aria-pressed', 'false');
  await fitOf(page).click();
  const nodes = Number((await page.getByRole('tab', { name: /^Tree/ }).innerText()).replaceAll(/\D/g, ''));
  await expect(barsOf(page).first()).toBeVisible();
  const before = await gathered(page);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(nodes);
  // The last one is the bar of the start, or of another node near it.
  await barsOf(page).last().click();
  await expect(async () => expect(await gathered(page)).toBeLessThan(before)).toPass();
  await expect(pictureOf(page)).toBeFocused();
});

test('arrow keys lead to bars too, and Enter opens one', async ({ page }) => {
  await searched(page);
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('treeitem', { name: /^Start/ }).click();
  await pictureOf(page).focus();
  await page.keyboard.press('ArrowRight');
  const before = await gathered(page);
  const focused = barsOf(page).and(page.locator(':focus'));
  for (let step = 0; step < 40 && (await focused.count()) === 0; step++)
    await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(async () => expect(await gathered(page)).toBeLessThan(before)).toPass();
});

test('a tree larger than the stage has an overview that leads to its nodes', async ({ page }) => {
  await searched(page);
  const overview = page.getByRole('group', { name: /^Overview of all [\d,]+ nodes/ });
  await expect(overview).toBeVisible();
  const node = page.getByRole('complementary', { name: 'Inspector' }).getByRole('region', { name: 'Node' });
  await overview.click({ position: { x: 30, y: 40 } });
  await expect(node).toBeVisible();
  const first = await node.innerText();
  await overview.focus();
  await page.keyboard.press('ArrowDown');
  await expect(node).not.toHaveText(first);
  // What opens it stays under the pointer; beside an outline there is no room for it here.
  const button = page.getByRole('button', { name: 'Overview', exact: true });
  const place = await button.boundingBox();
  await button.click();
  await expect(overview).toBeHidden();
  expect(await button.boundingBox()).toEqual(place);
  await button.click();
  await expect(overview).toBeVisible();
  await page.getByRole('button', { name: 'Outline' }).click();
  await expect(page.getByRole('tree')).toBeVisible();
  await expect(overview).toBeHidden();
  expect(await button.boundingBox()).toEqual(place);
  await button.click();
  await expect(overview).toBeVisible();
  await expect(page.getByRole('tree')).toBeHidden();
});

test('on a phone the tree, its bars and its overview fit', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await searched(page);
  await expect(page.getByRole('group', { name: /^Overview of all/ })).toBeInViewport();
  const stage = (await pictureOf(page).boundingBox())!;
  await expect(barsOf(page).first()).toBeVisible();
  for (const bar of await barsOf(page).all()) {
    const box = (await bar.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(stage.x);
    expect(box.x + box.width).toBeLessThanOrEqual(stage.x + stage.width + 0.5);
  }
});

test('while a wide beam draws its first step, what has been drawn is listed', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(
    await encodeExperiment({
      ...defaultExperiment('countdown', 'beam-search'),
      strategy: { ...defaultStrategy('beam-search'), width: 16, expansion: 16 },
    }),
  );
  await playground.run();
  await playground.ended();
  // Between the start of the draws and the first nodes made of them.
  await page.getByRole('slider', { name: 'Step of the run' }).fill('2000');
  const progress = page.getByRole('progressbar', { name: words.drawing });
  await expect(progress).toBeVisible();
  await expect(progress).toHaveAttribute('max', '256');
  await expect(page.getByText(/^\d+ of 256 next steps drawn$/)).toBeVisible();
  await page.locator('body').press('End');
  await expect(progress).toBeHidden();
});
