import { expect, test, type Locator } from '@playwright/test';
import { defaultExperiment } from '#experiment/defaults.ts';
import { puzzles } from '#experiment/puzzles.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

/** The setup of puzzles, as a person knows it. */
class Puzzles extends Playground {
  readonly text: Locator = this.page.getByRole('textbox', { name: 'Puzzle' });
  readonly kinds: Locator = this.page.getByRole('radiogroup', { name: 'Kind of puzzle' });

  async begin(): Promise<void> {
    await this.open();
    await this.page.getByRole('radio', { name: 'Puzzles', exact: true }).check();
    await expect(this.text).toHaveValue(/^Ann has 7 apples\./);
  }

  kind(name: string): Locator {
    return this.kinds.getByRole('radio', { name });
  }
}

for (const [kind, step] of [
  ['Word problem', / has \d+/],
  ['Equations', /[p-z] = \d+/],
  ['Knights, knaves', /suppose/],
] as const) {
  test(`a puzzle is thought through live and its answer is checked: ${kind}`, async ({ page }) => {
    const playground = new Puzzles(page);
    await playground.begin();
    await playground.kind(kind).check();
    await playground.run();
    await playground.ended();
    await expect(page.getByRole('group', { name: 'Thinking of Trace' })).toContainText(step);
    await expect(page.getByRole('group', { name: 'Answer of Trace' })).toContainText(
      /\d|[A-Z][a-z]{2}|nobody/,
    );
    await expect(playground.result).toContainText(/right|wrong/);
  });
}

test('a puzzle of one’s own is read as it is typed, and what is not understood is named', async ({
  page,
}) => {
  const playground = new Puzzles(page);
  await playground.begin();
  await playground.text.fill('ann has 7 plums. How many apples does ann have?');
  await expect(playground.text).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('“plums” isn’t known here')).toBeVisible();
  await expect(playground.runButton).toBeDisabled();

  await playground.text.fill(
    'ann has 7 Apples.Bob has 5 more apples than ann. How many apples does bob have?',
  );
  await expect(page.getByText('Understood: it has exactly one answer.')).toBeVisible();
  // What was typed stays as it was typed.
  await expect(playground.text).toHaveValue(/^ann has 7 Apples\.Bob/);
  await playground.run();
  await playground.ended();
  await expect(
    page.getByRole('heading', {
      name: 'Ann has 7 apples. Bob has 5 more apples than Ann. How many apples does Bob have?',
    }),
  ).toBeAttached();
});

test('a text of another kind turns to that kind, and every kind has an example and surprises of its own', async ({
  page,
}) => {
  const playground = new Puzzles(page);
  await playground.begin();
  await playground.text.fill('v = w × 3. w = 7. v?');
  await expect(playground.kind('Equations')).toBeChecked();
  await page.getByText('Understood: it has exactly one answer.').click();
  const signs = {
    'Word problem': /How (many|many more) .*\?$/,
    Equations: /[p-z]\?$/,
    'Knights, knaves': /Who is a knight\?$/,
  } as const;
  for (const [kind, sign] of Object.entries(signs)) {
    await playground.kind(kind).check();
    await expect(playground.text).toHaveValue(sign);
    await page.getByRole('button', { name: 'Example', exact: true }).click();
    const example = await playground.text.inputValue();
    await page.getByRole('button', { name: 'Surprise me' }).click();
    await expect(playground.text).not.toHaveValue(example);
    await expect(playground.text).toHaveValue(sign);
    await page.getByRole('button', { name: 'Example', exact: true }).click();
    await expect(playground.text).toHaveValue(example);
  }
});

test('what was written under a kind is found there again, and gives way to a preset, also to the one that is set up', async ({
  page,
}) => {
  const playground = new Puzzles(page);
  await playground.begin();
  await playground.text.fill('ann has 7 plums.');
  await playground.kind('Word problem').press('ArrowRight');
  await expect(playground.kind('Equations')).toBeChecked();
  await expect(playground.text).toHaveValue(/^u = x/);
  await expect(playground.text).toHaveAttribute('aria-invalid', 'false');
  await playground.kind('Equations').press('ArrowLeft');
  await expect(playground.text).toHaveValue('ann has 7 plums.');
  await expect(playground.text).toHaveAttribute('aria-invalid', 'true');
  for (const typed of ['Dan has 7 plums.', 'Dan has 8 plums.']) {
    await page
      .getByRole('combobox', { name: 'Problem', exact: true })
      .selectOption({ label: 'A word problem, a vote of 8' });
    await expect(playground.text).toHaveValue(/^Dan has 26 shells\./);
    await playground.text.fill(typed);
    await expect(playground.text).toHaveAttribute('aria-invalid', 'true');
  }
});

test('a link brings a puzzle, and a preset its own', async ({ page }) => {
  const playground = new Puzzles(page);
  await playground.open(await encodeExperiment({ ...defaultExperiment('puzzle'), problem: puzzles.knights }));
  await expect(playground.text).toHaveValue(
    'Ann says Bob is a knave. Bob says Ann and Cid are different. Cid says Bob is a knight. Who is a knight?',
  );
  await page
    .getByRole('combobox', { name: 'Problem', exact: true })
    .selectOption({ label: 'A word problem, a vote of 8' });
  await expect(playground.text).toHaveValue(/^Dan has 26 shells\./);
  await playground.run();
  await playground.ended();
  await expect(playground.traces).toHaveCount(8);
  expect((await playground.votes()).at(0)).toContain('chosen');
});

test('a forced "Wait" makes the model check its equations', async ({ page }) => {
  const playground = new Puzzles(page);
  await playground.open();
  await page
    .getByRole('combobox', { name: 'Problem', exact: true })
    .selectOption({ label: 'Equations, made to check' });
  await playground.run();
  await playground.ended();
  await page.getByRole('tab', { name: /^Thoughts/ }).click();
  await expect(page.getByRole('group', { name: 'Thinking of Trace' })).toContainText('Wait');
  await expect(page.getByRole('group', { name: 'Thinking of Trace' })).toContainText(/ok|fix/);
});

test('the rule checker judges the steps of a puzzle', async ({ page }) => {
  const playground = new Puzzles(page);
  await playground.begin();
  await playground.pickStrategy(/^Best of N/);
  await page.getByRole('combobox', { name: 'Verifier', exact: true }).selectOption({ label: 'Rule' });
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
});

for (const { name, viewport } of [
  { name: 'wide', viewport: { width: 1280, height: 800 } },
  { name: 'narrow', viewport: { width: 390, height: 844 } },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test('setting up a puzzle passes axe, understood or not', async ({ page }) => {
      const playground = new Puzzles(page);
      await playground.open(await encodeExperiment(defaultExperiment('puzzle')));
      if (name === 'narrow') await page.getByRole('button', { name: /^Setup/ }).click();
      await page.getByText('Understood: it has exactly one answer.').click();
      await expectAccessible(page);
      await playground.text.fill('Ann has 7 plums.');
      await expect(playground.text).toHaveAttribute('aria-invalid', 'true');
      await expectAccessible(page);
    });
  });
}
