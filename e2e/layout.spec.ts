import { expect, type Locator, test, type Page } from '@playwright/test';
import { strategyKinds } from '#experiment/strategies.ts';
import { header } from '#words/en/header.ts';
import { result as words } from '#words/en/result.ts';
import { stage } from '#words/en/stage.ts';
import { dragByFinger } from './support/finger.ts';
import { labelsOutOfSight } from './support/out-of-sight.ts';
import { Playground } from './support/playground.ts';

/** Pixels by which the page is larger than the window. */
async function overflow(page: Page): Promise<{ readonly sideways: number; readonly down: number }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { sideways: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });
}

/** Names that a chooser would cut: they need more than its two lines. */
const longNames = (setup: Locator): Promise<string[]> =>
  setup.getByRole('combobox').evaluateAll((choosers) =>
    choosers.flatMap((chooser) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(chooser);
      const line = document.createElement('p');
      const width = chooser.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      line.style.cssText = `font: ${font}; line-height: 10px; width: ${width}px; visibility: hidden`;
      document.body.append(line);
      const names = [...chooser.querySelectorAll('option:enabled')].map(({ textContent }) => textContent);
      const long = names.filter((name) => {
        line.textContent = name;
        return line.scrollWidth > line.clientWidth || line.clientHeight > 20;
      });
      line.remove();
      return long;
    }),
  );

test('at 1280 by 800 a usual run of every strategy is set up without scrolling, also beside a run', async ({
  page,
}) => {
  // The recorded run stands on the stage, so that what changed since then is said beside Run.
  let letCome = () => {};
  const recording = new Promise<void>((resolve) => (letCome = resolve));
  await page.route('**/recorded/first-visit.json', async (route) => {
    await recording;
    await route.continue();
  });
  await page.goto('./');
  const setup = page.getByRole('region', { name: 'Setup' });
  // Until it comes the stage is empty, and set up is what comes.
  await expect(setup.getByRole('radio', { name: 'Arithmetic' })).toBeChecked();
  await expect(page.getByRole('main')).toBeEmpty();
  letCome();
  await expect(page.getByText(stage.recorded, { exact: true })).toBeVisible();
  const settings = setup.getByRole('group', { name: 'Main settings' });
  for (const preset of ['vote-of-8', 'word-problem', 'in-words']) {
    await setup.getByRole('combobox', { name: 'Problem', exact: true }).selectOption(preset);
    // No machine of the tests can ask in words, so that this is said here: it must fit beside few knobs and many.
    const kinds =
      preset === 'in-words' ? (['self-consistency', 'budget-forcing', 'mcts'] as const) : strategyKinds;
    for (const kind of kinds) {
      // The models that learnt with examples are those of the puzzles.
      if (kind === 'few-shot' && preset === 'vote-of-8') continue;
      await setup.getByRole('combobox', { name: 'Strategy', exact: true }).selectOption(kind);
      await expect(setup.getByRole('button', { name: header.run, exact: true })).toBeInViewport({ ratio: 1 });
      await expect(settings.getByText(/\w/).first()).toBeVisible();
      await expect.poll(() => labelsOutOfSight(settings), `${preset}, ${kind}`).toEqual([]);
      expect(await overflow(page), kind).toEqual({ sideways: 0, down: 0 });
    }
    await expect(setup.getByText(/^Changed: /)).toBeVisible();
    expect(await longNames(setup), preset).toEqual([]);
  }
});

test('what is under "More" stays open over a reload, and Run stays in sight below it', async ({ page }) => {
  await page.goto('./');
  await page.getByText('More settings').click();
  await page.getByRole('textbox', { name: 'Seed' }).fill('77');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Seed' })).toBeVisible();
  await page.getByRole('slider', { name: 'Token limit' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: header.run, exact: true })).toBeInViewport({ ratio: 1 });
});

test('what changed since the run is said beside Run, and can be taken back', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.pickPreset('beam-search');
  await playground.run();
  await playground.ended();
  const setup = page.getByRole('region', { name: 'Setup' });
  await playground.setKnob('Width', '8');
  await expect(setup).toContainText('Changed: Width 4 → 8');
  // The line over the run still speaks of the run.
  await expect(page.locator('[data-part="experiment"]')).toHaveText('Beam search · Countdown 0.8M · seed 1');
  await playground.pickStrategy(/^Tree of thoughts/);
  await expect(setup).toContainText('Changed: now Tree of thoughts');
  await setup.getByRole('button', { name: 'Take back' }).click();
  await expect(setup).not.toContainText('Changed:');
  await expect(playground.knob('Width')).toHaveValue('4');
});

test('a comparison is called one, and the line above it is its own', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'Comparison' })).toBeVisible();
  await expect(page.locator('[data-part="experiment"]')).toHaveText(/^4 ways/);
});

for (const width of [390, 320])
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 844 } });

    test('nothing scrolls sideways, there is one Run, and the setup is one button away', async ({ page }) => {
      const playground = new Playground(page);
      await playground.openOnRecorded();
      const run = page.getByRole('button', { name: header.run, exact: true });
      await expect(run).toHaveCount(1);
      const setup = page.getByRole('button', { name: 'Setup' });
      await expect(setup).toContainText('changed: Chain of thought');
      await setup.click();
      await expect(run).toHaveCount(1);
      await expect(run).toBeInViewport({ ratio: 1 });
      await page
        .getByRole('dialog')
        .getByRole('combobox', { name: 'Strategy', exact: true })
        .selectOption('mcts');
      const simulations = page.getByRole('slider', { name: 'Simulations' });
      const before = await simulations.inputValue();
      await dragByFinger(simulations, { from: 0.9, by: { x: 0, y: -150 } });
      await expect(simulations).toHaveValue(before);
      await dragByFinger(simulations, { from: 0.9, by: { x: -30, y: 0 } });
      await expect(simulations).not.toHaveValue(before);
      await playground.setKnob('Simulations', before);
      expect((await overflow(page)).sideways).toBe(0);
      await run.click();
      await expect(page.getByRole('button', { name: header.runAgain, exact: true })).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(setup).toContainText('Monte-Carlo tree search');
      expect((await overflow(page)).sideways).toBe(0);
      const share = await page.getByRole('main').evaluate((main) => main.clientHeight / innerHeight);
      expect(share).toBeGreaterThan(0.6);
      const cached = playground.result.getByText(words.cached, { exact: true });
      await expect(cached).toBeHidden();
      await playground.result.getByRole('button', { name: new RegExp(`^${words.numbers}`) }).click();
      await expect(cached).toBeVisible();
      expect((await overflow(page)).sideways).toBe(0);
      if (width < 390) return;
      // A press beside the menu closes it, and does nothing to what is below.
      await page.getByRole('banner').getByRole('button', { name: header.more }).click();
      const menu = page.getByRole('region', { name: header.more });
      await expect(menu).toBeVisible();
      const other = await page.getByRole('tab', { name: /^Thoughts/ }).boundingBox();
      await page.mouse.click(other!.x + 10, other!.y + 10);
      await expect(menu).toHaveCount(0);
      await expect(page.getByRole('tab', { name: /^Tree/ })).toHaveAttribute('aria-selected', 'true');
    });
  });
