import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { encodeSweep } from '#lab/sweeps/sweep-link.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { charts } from '#words/en/charts.ts';
import { insights } from '#words/en/insights.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { expectAccessibleInBothThemes } from './support/accessible.ts';

const warm = { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 200 } as const;
const small = {
  title: 'A draw of four',
  problems: { kind: 'held-out', family: 'arithmetic', count: 12 },
  arms: [
    {
      model: 'arithmetic',
      strategy: {
        kind: 'best-of-n',
        samples: 4,
        effort: 'low',
        verifier: { kind: 'process' },
        aggregation: 'min',
        choose: 'best',
      },
      sampling: warm,
    },
    {
      model: 'arithmetic',
      strategy: { kind: 'chain-of-thought', effort: 'low' },
      sampling: { ...warm, temperature: 0 },
    },
  ],
  repeats: 1,
  tokens: 0,
} as const satisfies Sweep;

/** Runs the sweep and opens its further charts. */
async function openCharts(page: Page): Promise<void> {
  const link = await encodeSweep(small);
  if (!link.ok) throw new Error('too large for a link');
  await page.goto(`./${link.fragment}`);
  await page.getByRole('button', { name: sweepWords.run, exact: true }).click();
  await expect(page.getByText(sweepWords.done(24))).toBeVisible({ timeout: 100_000 });
  await page.getByRole('tab', { name: insights.tab }).click();
}

test('a chart is read by keys, and its table and its file have the same numbers', async ({ page }) => {
  await openCharts(page);
  const chart = page.getByRole('figure', { name: insights.draws });
  const plot = chart.getByRole('button', { name: new RegExp(`^${insights.draws}: `) });
  await plot.focus();
  const told = chart.getByText(new RegExp(`${insights.samples}: \\d`));
  await expect(told).toContainText(`${insights.ways.pass}. `);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(told).toContainText(`${insights.samples}: 4.`);
  const [, share] = /: (\S+%)/.exec((await told.textContent()) ?? '') ?? [];

  await chart.getByRole('button', { name: insights.ways.best }).click();
  await expect(chart.getByRole('button', { name: insights.ways.best })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await chart.getByRole('button', { name: charts.table }).click();
  const row = chart.getByRole('row', { name: new RegExp(`^${insights.ways.majority} 4 `) });
  await expect(row).toContainText(share ?? 'a share');

  const download = page.waitForEvent('download');
  await chart.getByRole('button', { name: charts.saveForm.csv }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(1 + 4 * 3);
  await chart.getByRole('button', { name: charts.table }).click();
  const picture = page.waitForEvent('download');
  await chart.getByRole('button', { name: charts.saveForm.svg }).click();
  expect(readFileSync(await (await picture).path(), 'utf8')).toContain(`>${insights.draws}<`);
});

for (const width of [390, 1280])
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 844 } });
    test('charts pass axe and fit', async ({ page }) => {
      await openCharts(page);
      await expect(page.getByRole('figure', { name: insights.roc })).toBeVisible();
      await expectAccessibleInBothThemes(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    });
  });
