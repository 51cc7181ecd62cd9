import { expect, test } from '@playwright/test';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { Playground } from './support/playground.ts';

const inspectorOf = (playground: Playground) =>
  playground.page.getByRole('complementary', { name: 'Inspector' });

/** Runs a strategy with its usual settings to the end. */
async function runStrategy(playground: Playground, label: string): Promise<void> {
  await playground.page.getByRole('combobox', { name: 'Strategy', exact: true }).selectOption({ label });
  await playground.run();
  await playground.ended();
}

test('MCTS: a tree grows, and every decision can be stepped through with its numbers', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await runStrategy(playground, 'Monte-Carlo tree search');
  await expect(page.getByRole('tab', { name: /^Tree/ })).toHaveAttribute('aria-selected', 'true');
  await expect(playground.result).toContainText(/right|wrong|No answer/);

  await page.locator('body').press('Home');
  const slider = page.getByRole('slider', { name: 'Step of the run' });
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  const cursor = Number(await slider.inputValue());
  const table = inspectorOf(playground)
    .getByRole('table', { name: /^PUCT scores/ })
    .last();
  const chosen = table.getByRole('row', { name: /\(chosen\)/ });
  // The chosen child has the highest score of all its siblings, and the formula comes to that number.
  const scores = (await table.getByRole('row').allInnerTexts())
    .slice(1)
    .map((row) => Number(row.trim().split(/\s+/).at(-1)));
  const best = Number((await chosen.innerText()).trim().split(/\s+/).at(-1));
  expect(best).toBe(Math.max(...scores));
  await expect(inspectorOf(playground)).toContainText(`= ${best.toFixed(2)}`);

  // Which prior P is stands there, as it was asked for.
  await expect(inspectorOf(playground)).toContainText(
    'the policy’s probability of the whole step among its siblings',
  );
  await expect(page.getByRole('list', { name: 'Legend of the tree' })).not.toContainText('simulation');

  await page.getByRole('button', { name: 'Back up', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Legend of the tree' })).toContainText(
    '1 simulation, of which 0 ended on a node visited before',
  );
  expect(Number(await slider.inputValue())).toBeGreaterThan(cursor);
  await expect(inspectorOf(playground).getByRole('table', { name: /before and after/ })).toContainText(
    'Start',
  );
  await page.locator('body').press('[');
  await page.locator('body').press(']');
  await expect(inspectorOf(playground)).toContainText(/Back up/);
  await page.locator('body').press('End');
  await expect(page.getByRole('list', { name: 'Legend of the tree' })).toContainText(
    /30 simulations, of which \d+ ended on a node visited before/,
  );

  await page.getByRole('combobox', { name: 'Prior' }).selectOption({ label: 'Share of draws' });
  await playground.run();
  await playground.ended();
  await page.locator('body').press('Home');
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await expect(inspectorOf(playground)).toContainText('the share of the draws that wrote the step');
});

test('the outline shows the same tree to keyboard and screen reader', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await runStrategy(playground, 'Beam search');
  await page.getByRole('button', { name: 'Outline' }).click();
  const tree = page.getByRole('tree', { name: 'Search tree' });
  await expect(tree.getByRole('treeitem').first()).toHaveAccessibleName(/^Start/);
  await tree.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(inspectorOf(playground).getByRole('region', { name: 'Node' })).toContainText(
    /verifier’s score/,
  );
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(inspectorOf(playground)).toContainText(/Start/);
});

test('a thought can be changed and run on from; the original is kept', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.setNumbers([4, 9, 10, 13]);
  await runStrategy(playground, 'Beam search');
  const original = await playground.result.innerText();
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByRole('treeitem').nth(1).click();
  await page.getByRole('button', { name: /^Edit this thought and run on/ }).click();
  const dialog = page.getByRole('dialog', { name: /Edit this thought/ });
  await dialog.getByRole('textbox').fill('13 + 4 = 17 [ 9 10 17 ]');
  await dialog.getByRole('radio', { name: 'One chain of thought' }).check();
  await dialog.getByRole('button', { name: 'Run on from here' }).click();
  await playground.ended();
  // The answer follows from the changed thought: 13 and 4 are added in it.
  await expect(page.getByRole('group', { name: 'Answer of Trace' })).toContainText(/13 \+ 4|4 \+ 13/);

  await page
    .getByRole('navigation', { name: 'Branches of this run' })
    .or(page.getByLabel('Branches of this run'))
    .getByRole('button')
    .first()
    .click();
  expect(await playground.result.innerText()).toBe(original);
});

test('best-of-N shows every step score, and the chosen trace is the best-scored one', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await runStrategy(playground, 'Best of N');
  const panel = page.getByRole('tabpanel', { name: /^Scores/ });
  await expect(panel).toContainText(/wins: of \d+ scored traces it has the highest score/);
  await expect(panel.getByText('chosen', { exact: true })).toHaveCount(1);
  // Before the verifier began: what is written so far, of each trace.
  const time = page.getByRole('slider', { name: 'Step of the run' });
  await time.press('Home');
  for (let pages = 0; pages < 3; pages++) await time.press('PageUp');
  await expect(panel).toContainText('No trace has been scored at this step');
  await expect(panel.getByRole('listitem')).toHaveCount(
    Number(await playground.knob('Samples').inputValue()),
  );
  await expect(panel.getByRole('listitem').first()).toHaveText(/^Trace 1\d+ tok\d/);

  // Where scores weigh, the answer with the largest sum stands first, and wins.
  await page.getByRole('combobox', { name: 'Choose' }).selectOption('weighted-vote');
  await playground.run();
  await playground.ended();
  const [, won, sum] = /^(.*?)\s*(?:right|wrong)\s*(\S+) of/.exec(await playground.result.innerText()) ?? [];
  await page.getByRole('tab', { name: /^Votes/ }).click();
  const first = page
    .getByRole('tabpanel', { name: /^Votes/ })
    .getByRole('row')
    .nth(1);
  await expect(first).toContainText(won ?? 'an answer');
  await expect(first).toContainText(sum ?? 'a sum');
});

test('what the budget left unjudged is shown without a score, in the tree and in the strip', async ({
  page,
}) => {
  const playground = new Playground(page);
  const rollouts = { kind: 'rollouts', rollouts: 4, estimate: 'soft' } as const;
  const countdown = defaultExperiment('countdown', 'beam-search');
  await playground.open(
    await encodeExperiment({
      ...countdown,
      strategy: { ...defaultStrategy('beam-search'), verifier: rollouts },
      budget: { tokens: 400 },
    }),
  );
  await playground.run();
  await playground.ended();
  await page.getByRole('button', { name: 'Outline' }).click();
  const node = page.getByRole('treeitem', { name: /not judged/ }).first();
  await expect(node).not.toHaveAccessibleName(/score/);
  await node.click();
  await expect(inspectorOf(playground)).toContainText(
    'No score by the rollouts verifier: not judged: the budget was spent',
  );

  const best = {
    ...defaultStrategy('best-of-n'),
    samples: 4,
    verifier: rollouts,
    aggregation: 'min',
  } as const;
  await playground.open(
    await encodeExperiment({
      ...defaultExperiment('countdown', 'best-of-n'),
      strategy: best,
      budget: { tokens: 250 },
    }),
  );
  await playground.run();
  await playground.ended();
  const panel = page.getByRole('tabpanel', { name: /^Scores/ });
  await expect(panel).toContainText('4 were not judged');
  const first = panel.getByRole('button', { name: /^Trace 1, step 1 of .*, not judged$/ });
  await expect(first).toHaveText('–');
  await first.press('ArrowRight');
  await expect(panel.getByRole('button', { name: /^Trace 1, step 2 of / })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('button', { name: /^Trace 2, / }).and(page.locator(':focus'))).toHaveCount(1);
});

test('budget forcing shows every "Wait" and the answer after each round', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await runStrategy(playground, 'Budget forcing');
  const panel = page.getByRole('tabpanel', { name: /^Budget/ });
  await expect(panel.getByRole('row', { name: /after “Wait” 1/ })).toContainText(/right|wrong|no/);
});

test('a blank word in place of "Wait" is refused where it is typed, and nothing runs', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page
    .getByRole('combobox', { name: 'Strategy', exact: true })
    .selectOption({ label: 'Budget forcing' });
  const word = page.getByRole('textbox', { name: 'Word' });
  for (const blank of ['', '  ']) {
    await word.fill(blank);
    await expect(word).toHaveValue(blank);
    await expect(word).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('“Word” is blank: write at least a letter or a sign.').first()).toBeVisible();
    await expect(playground.runButton).toBeDisabled();
  }
  await word.fill('Hmm');
  await expect(word).toHaveAttribute('aria-invalid', 'false');
  await expect(playground.runButton).toBeEnabled();
});

for (const family of ['Game of 24', 'Arithmetic']) {
  test(`every strategy that the model can carry runs to its end: ${family}`, async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    await page.getByRole('radio', { name: family, exact: true }).check();
    const options = page
      .getByRole('combobox', { name: 'Strategy', exact: true })
      .locator('option:not([disabled])');
    const labels = await options.allInnerTexts();
    expect(labels.length).toBeGreaterThanOrEqual(13);
    for (const label of labels) {
      await runStrategy(playground, label);
      await expect(playground.result, label).toContainText(/right|wrong|No answer was found/);
    }
  });
}

test('a search with its settings travels by link', async ({ page, browser, baseURL }) => {
  const playground = new Playground(page);
  await playground.open();
  await runStrategy(playground, 'Tree of thoughts');
  const { hash } = new URL(page.url());
  const result = (await playground.result.innerText()).split('\n')[0];
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 1280, height: 800 },
  });
  const other = new Playground(await context.newPage());
  await other.open(hash);
  await expect(other.page.getByRole('combobox', { name: 'Strategy', exact: true })).toHaveValue(
    'tree-of-thoughts',
  );
  await other.run();
  await other.ended();
  expect((await other.result.innerText()).split('\n')[0]).toBe(result);
  await context.close();
});

test('a step can be pruned by hand: the run goes another way, and the original is kept', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.setNumbers([4, 9, 10, 13]);
  await runStrategy(playground, 'Beam search');
  await page.getByRole('button', { name: 'Outline' }).click();
  const steps = page.getByRole('tree', { name: 'Search tree' }).getByRole('treeitem');
  await steps.nth(1).click();
  await page.getByRole('button', { name: 'Prune this step and run again' }).click();
  await playground.ended();
  await expect(page.getByRole('main')).toContainText(/Never follows: /);
  await expect(
    page.getByRole('navigation', { name: 'Branches of this run' }).getByRole('button', { name: /^Branch 1/ }),
  ).toBeVisible();
});
