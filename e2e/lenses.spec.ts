import { expect, test, type Page } from '@playwright/test';
import { areaFragment } from '#app/store/areas.ts';
import { anchorWords } from '#words/en/anchors.ts';
import { lensWords } from '#words/en/lenses.ts';
import { rolloutWords } from '#words/en/rollouts.ts';
import { search } from '#words/en/search.ts';
import { shepherdWords } from '#words/en/shepherd.ts';
import { stage } from '#words/en/stage.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

/** Runs what Play is set up with, and opens a lens from what the teacher says about it. */
async function fromPlay(page: Page, lens: keyof typeof lensWords.names): Promise<void> {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  await page.getByRole('link', { name: lensWords.names[lens] }).click();
}

/** The rows of a table below its head, cell by cell. */
const cells = async (page: Page, caption: string) =>
  page
    .getByRole('table', { name: caption })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') })
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent ?? '')),
    );

test.describe('anchors', () => {
  test('the step that made the mistake decided most', async ({ page }) => {
    await page.goto(`./${areaFragment('lab', 'lens/anchors')}`);
    await expect(page.getByRole('button', { name: rolloutWords.more(64) })).toBeVisible();
    await expect(page.getByText('Step 5, 208 + 438 = 646, decided most')).toBeVisible();
    const table = page.getByRole('table', { name: anchorWords.steps });
    await expect(table.getByRole('columnheader')).toHaveCount(4);
    const step = table.getByRole('row').filter({ has: page.getByRole('button', { name: /^Step 5:/ }) });
    await expect(step.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
    await expect(step).toContainText(anchorWords.anchor);
    // All of a row is its button.
    await table.getByRole('row').nth(2).click();
    await expect(table.getByRole('button', { name: /^Step 2:/ })).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
  });

  test('open from a run, say what was written instead, and go on from it in Play', async ({ page }) => {
    await fromPlay(page, 'anchors');
    await expect(page.getByRole('button', { name: rolloutWords.more(64) })).toBeVisible();
    await page.getByText(anchorWords.numbers, { exact: true }).click();
    for (const [, right = '', ...counts] of await cells(page, anchorWords.answers)) {
      const all = counts.map(Number);
      expect(all.reduce((sum, count) => sum + count, 0)).toBe(64);
      expect(right).toBe(anchorWords.share({ share: (all[0] ?? 0) / 64, ...limits(right) }));
    }
    await page
      .getByRole('table', { name: anchorWords.steps })
      .getByRole('button', { name: /^Step 1:/ })
      .press('Enter');
    const written = await cells(page, anchorWords.insteadCaption);
    expect(written.length).toBeGreaterThan(3);
    const other = written.find(([text]) => text && !text.includes(anchorWords.ownStep))?.[0] ?? '';
    await page.getByRole('button', { name: anchorWords.openOne(other) }).click();
    const playground = new Playground(page);
    await playground.ended();
    await expect(page.getByText(stage.goesOnFrom.replace(/<text>.*/, '').trim()).locator('..')).toContainText(
      other,
    );
    await expect(page.getByRole('navigation', { name: search.branches.label })).toBeVisible();
  });
});

/** The interval that is written behind a share. */
function limits(text: string): { readonly low: number; readonly high: number } {
  const [, low = '', high = ''] = /\((\d+)–(\d+)\)/.exec(text) ?? [];
  return { low: Number(low) / 100, high: Number(high) / 100 };
}

test.describe('Math-Shepherd, narrow and dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });

  test('the soft label is the share of rollouts that end right, of the first K', async ({ page }) => {
    await page.goto(`./${areaFragment('lab', 'lens/shepherd')}`);
    await expect(page.getByRole('button', { name: rolloutWords.more(16) })).toBeVisible();
    const check = async (k: number) => {
      const rows = await cells(page, shepherdWords.steps);
      expect(rows).toHaveLength(5);
      for (const [, rollouts = '', soft = '', hard = ''] of rows) {
        const [, rights = '', of = ''] = /^(\d+) of (\d+)$/.exec(rollouts) ?? [];
        expect(Number(of)).toBe(k);
        expect(soft.startsWith(shepherdWords.soft(Number(rights) / k))).toBe(true);
        expect(hard.startsWith(Number(rights) > 0 ? '1' : '0')).toBe(true);
      }
    };
    await check(8);
    await page.getByRole('slider', { name: shepherdWords.k }).press('End');
    await check(16);
    await expectAccessible(page);
  });
});
