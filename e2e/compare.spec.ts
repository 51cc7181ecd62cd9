import { expect, type Locator, type Page, test } from '@playwright/test';
import { sharing } from '#words/en/sharing.ts';
import { decodeExperiment } from '#experiment/url-codec.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './support/accessible.ts';
import { Models } from './support/models.ts';
import { Playground } from './support/playground.ts';
import { saved } from './support/saved.ts';

/** What stands side by side, as a person knows it. */
class Comparison {
  readonly playground: Playground;
  readonly panel: Locator;
  readonly results: Locator;
  readonly timeline: Locator;
  readonly slider: Locator;

  constructor(readonly page: Page) {
    this.playground = new Playground(page);
    this.panel = page.getByRole('tabpanel', { name: 'Compare' });
    this.results = page.getByRole('region', { name: 'Results' });
    this.timeline = page.getByRole('region', { name: 'Timeline of the comparison' });
    this.slider = this.timeline.getByRole('slider');
  }

  async open(fragment?: string): Promise<void> {
    if (fragment !== undefined) return this.playground.open(fragment);
    await this.playground.openOnRecorded();
    await this.page.getByRole('tab', { name: 'Compare' }).click();
  }

  async run(): Promise<void> {
    const start = this.page.getByRole('button', { name: 'Compare', exact: true });
    await start.click();
    await this.page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'hidden' });
    await expect(start).toBeEnabled();
    await expect(this.timeline).toContainText('All have ended.');
  }

  stage(letter: string): Locator {
    return this.panel.getByRole('region', { name: new RegExp(`^${letter}: `) });
  }

  /** Tokens drawn, by side, as the table has them. */
  async tokens(): Promise<number[]> {
    const rows = (await this.results.getByRole('row').all()).slice(1);
    return Promise.all(
      rows.map(async (row) =>
        Number((/([\d,]+) of 2,000/.exec(await row.innerText())?.[1] ?? '').replaceAll(',', '')),
      ),
    );
  }
}

test('strategies are compared at one budget, one timeline moves them all, and one is opened large and left again', async ({
  page,
}) => {
  const comparison = new Comparison(page);
  await comparison.open();
  await expect(page.getByRole('heading', { level: 2, name: /^Comparison/ })).toBeVisible();
  await comparison.run();
  const spent = await comparison.tokens();
  expect(spent).toHaveLength(4);
  for (const tokens of spent) {
    expect(tokens).toBeGreaterThan(0);
    expect(tokens).toBeLessThanOrEqual(2000);
  }
  await expect(comparison.slider).toHaveValue(String(Math.max(...spent)));
  await expect(comparison.stage('A')).toContainText(/right|wrong/);

  // The same number of tokens each, by the slider and by the keys.
  await comparison.slider.fill('20');
  expect(await comparison.tokens()).toEqual(spent.map(() => 20));
  await comparison.slider.blur();
  await page.keyboard.press('.');
  await expect(comparison.timeline).toContainText('21 tokens each. None has ended.');
  await page.keyboard.press('Home');
  expect(await comparison.tokens()).toEqual(spent.map(() => 0));
  await page.keyboard.press(' ');
  await expect(comparison.timeline.getByRole('button', { name: 'Replay' })).toBeVisible();
  expect(await comparison.tokens()).toEqual(spent);
  await comparison.timeline
    .getByRole('combobox', { name: 'What keeps the runs level' })
    .selectOption('share');
  await comparison.slider.fill('50');
  const half = await comparison.tokens();
  for (const [at, tokens] of half.entries()) expect(tokens).toBe(Math.floor(spent[at]! / 2));

  await comparison.stage('D').getByRole('button', { name: 'Open this run large' }).click();
  await expect(page.getByRole('tab', { name: /^Tree/ })).toHaveAttribute('aria-selected', 'true');
  await expect(comparison.playground.result).toContainText(/right|wrong/);
  await page.getByRole('button', { name: 'Back to the comparison' }).click();
  await expect(comparison.timeline).toContainText('50% of each run');
  expect(await comparison.tokens()).toEqual(half);

  // Another example: what Compare would run is said beside it, and nothing else asks to be pressed.
  await comparison.playground.pickPreset('vote-of-8');
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText(
    'The stage still shows the comparison before. Next: 73 × 6 − 58 × 6',
  );
  await expect(page.getByText('the comparison before', { exact: true })).toBeVisible();
  await expect(comparison.playground.runButton).toHaveCount(0);
});

test('a comparison travels by link, and nothing runs until asked, or the link asks; then it is the same, and moves', async ({
  page,
}) => {
  const comparison = new Comparison(page);
  await comparison.open();
  await page.getByRole('combobox', { name: 'Strategy 1' }).selectOption('tree-of-thoughts');
  const first = async () => {
    const link = await decodeExperiment(new URL(page.url()).hash);
    return link.ok ? link.compare?.arms[0]?.kind : link.failure;
  };
  await expect.poll(first).toBe('tree-of-thoughts');
  const { hash } = new URL(page.url());
  await comparison.run();
  const spent = await comparison.tokens();
  await page.goto('about:blank');
  await comparison.open(hash);
  await expect(page.getByRole('combobox', { name: 'Strategy 1' })).toHaveValue('tree-of-thoughts');
  await expect(comparison.timeline).toContainText('Nothing has been compared yet.');
  expect(new URL(page.url()).hash).toBe(hash);
  // The same with the wish to start.
  await page.keyboard.press('x');
  await page.getByRole('checkbox', { name: sharing.link.compares }).check();
  const address = page.getByRole('textbox', { name: sharing.link.address });
  await expect(address).not.toHaveValue(new RegExp(hash));
  const link = await address.inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(comparison.timeline).toContainText('All have ended.');
  expect(await comparison.tokens()).toEqual(spent);
  // Its animation: small, so that it takes a moment.
  await page.setViewportSize({ width: 400, height: 600 });
  await page.locator('body').press('x');
  await page.getByRole('tab', { name: sharing.tabs.picture }).click();
  const gif = await saved(page, sharing.picture.gif);
  expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
  expect(gif.toString('latin1').split('\x21\xf9\x04').length).toBeGreaterThan(20);
  await expect(comparison.slider).toHaveValue(String(Math.max(...spent)));
});

test('what is selected in a small stage is told, and belongs to that stage alone', async ({ page }) => {
  const comparison = new Comparison(page);
  await comparison.open();
  await comparison.run();
  await comparison.stage('A').locator('[data-index]').first().click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toBeVisible();
  await comparison.stage('B').getByRole('combobox').selectOption('thoughts');
  await comparison.stage('B').locator('[data-index]').first().click();
  await expect(comparison.panel.locator('[data-index][data-selected]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
});

test('an original run and its branch stand side by side, and each can be opened large', async ({ page }) => {
  const comparison = new Comparison(page);
  const { playground } = comparison;
  await playground.open();
  await playground.setNumbers([4, 9, 10, 13]);
  await playground.pickStrategy(/^Beam search/);
  await playground.run();
  await playground.ended();
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('tree', { name: 'Search tree' }).getByRole('treeitem').nth(1).click();
  await page.getByRole('button', { name: 'Prune this step and run again' }).click();
  await playground.ended();
  const { hash } = new URL(page.url());
  await page.getByRole('button', { name: 'Side by side', exact: true }).click();
  await expect(comparison.stage('A')).toContainText('Original');
  await expect(comparison.stage('B')).toContainText('Branch 1');
  await expect(comparison.results.getByRole('row')).toHaveCount(3);
  expect(new URL(page.url()).hash).toBe(hash);
  await expectAccessible(page);
  await comparison.stage('A').getByRole('button', { name: 'Open this run large' }).click();
  await expect(
    page.getByRole('navigation', { name: 'Branches of this run' }).getByRole('button', { name: /^Original/ }),
  ).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: 'Back to the comparison' }).click();
  await expect(comparison.stage('B')).toContainText('Branch 1');
});

test('a model before and after its training think side by side', async ({ page }) => {
  const comparison = new Comparison(page);
  await comparison.playground.open();
  await new Models(page).open();
  await page.getByRole('button', { name: /^How Arithmetic.*R1-Zero-style was trained$/ }).click();
  await page.getByRole('button', { name: 'Both, side by side' }).click();
  await expect(comparison.timeline).toContainText('All have ended.');
  const [before, after] = await comparison.tokens();
  expect(after).toBeGreaterThan(2 * before!);
  await expect(comparison.stage('B').getByText('right').first()).toBeVisible();
});

test('ways to choose are compared on the same traces, and nothing runs for it', async ({ page }) => {
  const comparison = new Comparison(page);
  const { playground } = comparison;
  await playground.open();
  await playground.pickStrategy(/^Best of N/);
  await playground.run();
  await playground.ended();
  await page.getByRole('button', { name: 'Other ways to choose' }).click();
  const rows = comparison.results.getByRole('row');
  await expect(rows).toHaveCount(5);
  const tokens = await rows.nth(1).getByRole('cell').nth(3).innerText();
  expect(tokens).toMatch(/^[1-9]\d*$/);
  for (const [at, name] of [/Majority vote/, /Weighted vote/, /Highest score/, /Highest score/].entries()) {
    await expect(rows.nth(at + 1)).toContainText(name);
    await expect(
      rows
        .nth(at + 1)
        .getByRole('cell')
        .nth(3),
    ).toHaveText(tokens);
    await expect(rows.nth(at + 1)).toContainText(/right|wrong/);
  }
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByRole('checkbox', { name: /^Weighted vote, last/ }).uncheck();
  await expect(rows).toHaveCount(4);
  await expectAccessible(page);
  await comparison.slider.fill('10');
  await expect(comparison.stage('B')).toContainText('no answer at this step');
});

test('a vote without scores says why its traces cannot be chosen from in another way', async ({ page }) => {
  const comparison = new Comparison(page);
  const { playground } = comparison;
  await playground.open();
  await playground.pickStrategy(/^Self-consistency/);
  await playground.run();
  await playground.ended();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page
    .getByRole('combobox', { name: 'Side by side' })
    .selectOption({ label: 'Other choices from the same traces' });
  await expect(comparison.panel).toContainText('The log of this run holds no scores');
  await page.getByRole('button', { name: 'Set up Best of N' }).click();
  await expect(page.getByRole('combobox', { name: 'Strategy', exact: true })).toHaveValue('best-of-n');
});

test('a comparison that is stopped keeps what it has, and says what did not run', async ({ page }) => {
  const comparison = new Comparison(page);
  await comparison.open();
  await page.getByRole('combobox', { name: 'Strategy 1' }).selectOption('self-consistency');
  await page.getByRole('combobox', { name: 'Model 1' }).selectOption('countdown-large');
  await page.getByRole('textbox', { name: 'Tokens each' }).fill('50000');
  await page.getByRole('combobox', { name: 'Strategy 2' }).selectOption('rstar');
  await page.getByRole('combobox', { name: 'Model 2' }).selectOption('countdown-large');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(comparison.stage('B')).not.toContainText(/waits|loads/);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(comparison.stage('D')).toContainText('did not run');
  await expect(comparison.stage('A')).toContainText(/right|wrong/);
  await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeEnabled();
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test('a comparison passes axe before and after it has run, and results stay in sight, uncut', async ({
      page,
    }) => {
      const comparison = new Comparison(page);
      await comparison.open();
      await expect(comparison.stage('D')).toBeAttached();
      if (viewport.width > 1000) await expect(comparison.stage('D')).toBeInViewport({ ratio: 1 });
      await expectAccessibleInBothThemes(page);
      await comparison.run();
      if (viewport.width < 768) {
        // On a phone the stages have the room, with the outcomes in sight; the table unfolds.
        const line = page.getByRole('button', { name: /^Results/, expanded: false });
        await expect(line).toHaveText(/A.*B.*C.*D/);
        await expect(line).toBeInViewport({ ratio: 1 });
        const stages = await page.getByRole('group', { name: 'Runs side by side' }).boundingBox();
        const head = await page.getByRole('banner').boundingBox();
        expect(stages!.height).toBeGreaterThanOrEqual((2 / 3) * (viewport.height - head!.height));
        await expectAccessibleInBothThemes(page);
        await line.click();
      }
      await expectAccessibleInBothThemes(page);
      await expect(comparison.results.getByRole('row').last()).toBeInViewport();
      // Names and answers can be read: none is cut.
      const cut = await comparison.results
        .locator('tbody')
        .locator('th, th *, td')
        .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth + 1).length);
      expect(cut).toBe(0);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBeLessThanOrEqual(0);
    });
  });
}
