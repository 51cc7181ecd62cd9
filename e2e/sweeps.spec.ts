import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readResults } from '#lab/sweeps/results.ts';
import { encodeSweep } from '#lab/sweeps/sweep-link.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { charts } from '#words/en/charts.ts';
import { insights } from '#words/en/insights.ts';
import { places } from '#words/en/places.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { expectAccessibleInBothThemes } from './support/accessible.ts';
import { holdInTheMiddle } from './support/held-run.ts';
import { Playground } from './support/playground.ts';

/** 24 runs, some tenths of a second each on a busy machine. */
const small = {
  title: 'A small one',
  problems: { kind: 'held-out', family: 'countdown', count: 12 },
  arms: [
    {
      model: 'countdown',
      strategy: { kind: 'chain-of-thought', effort: 'low' },
      sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: 200 },
    },
    {
      model: 'countdown',
      strategy: { kind: 'self-consistency', samples: 32, effort: 'low' },
      sampling: { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 200 },
    },
  ],
  repeats: 1,
  tokens: 0,
} as const satisfies Sweep;

/** Opens the link of a sweep: it is ready, and nothing has run. */
async function openLink(page: Page, sweep: Sweep): Promise<void> {
  const link = await encodeSweep(sweep);
  if (!link.ok) throw new Error('too large for a link');
  await page.goto(`./${link.fragment}`);
  await expect(page.getByRole('heading', { name: sweep.title ?? sweepWords.setUp })).toBeVisible();
}

const run = (page: Page) => page.getByRole('button', { name: sweepWords.run, exact: true }).click();
const ended = (page: Page, runs: number) =>
  expect(page.getByText(sweepWords.done(runs))).toBeVisible({ timeout: 100_000 });

/** The file that the page saves of the sweep that is shown. */
async function savedFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: sweepWords.save, exact: true }).click();
  return (await download).path();
}

/** What the page saves. */
const saved = async (page: Page) => outcomesIn(await savedFile(page));

/** What is in a file, but for seconds, and forwards, of which a worker saves one where its cache has the prompt. */
async function outcomesIn(path: string) {
  const bytes = readFileSync(path);
  const read = await readResults(new Blob([bytes]).stream());
  if (!read.ok) throw new Error(read.failure.code);
  return read.results.map(({ cell, outcome }) => ({
    cell,
    outcome: { ...outcome, seconds: 0, modelSeconds: 0, forwards: 0 },
  }));
}

/** The sweep of a file, run by so many calls of the command line, whose files are merged. */
async function inShards(sweep: string, shards: number) {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
  const call = (...args: readonly string[]) =>
    execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { stdio: 'pipe' });
  try {
    const parts = Array.from({ length: shards }, (_, part) => join(folder, `part-${part}.jsonl`));
    for (const [part, out] of parts.entries())
      call('sweep', '--file', sweep, '--shard', `${part + 1}/${shards}`, '--out', out);
    const whole = join(folder, 'whole.jsonl');
    call('merge', whole, ...parts);
    return await outcomesIn(whole);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('one click leads to a chart, whose numbers are those of the outcomes; its file opens elsewhere', async ({
  page,
  browser,
}) => {
  await page.goto('./#/lab/sweeps');
  await page.getByRole('button', { name: sweepWords.runOne(sweepWords.presets.voting.title) }).click();
  await expect(page.getByRole('heading', { name: sweepWords.presets.voting.title })).toBeFocused();
  await ended(page, 150);
  const results = await saved(page);
  const right = results.filter(({ cell, outcome }) => cell.arm === 0 && outcome.right).length;
  await page.getByRole('button', { name: charts.table, exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: sweepWords.presetArms.sampledChain });
  await expect(row).toContainText(charts.exactShare(right / 50));
  const votes = results.filter(({ cell, outcome }) => cell.arm === 2 && outcome.right).length;
  const vote = page
    .getByRole('row')
    .filter({ hasText: sweepWords.ways.majority })
    .filter({ hasText: 'N = 32' });
  await expect(vote).toContainText(charts.exactShare(votes / 50));

  const file = await savedFile(page);
  const other = await browser.newPage();
  await other.goto('./#/lab/sweeps');
  await other.getByLabel(sweepWords.openFile).and(other.locator('input')).setInputFiles(file);
  await ended(other, 150);
  expect(await saved(other)).toEqual(results);
  await other.close();
});

test('a reload in the middle goes on, and ends with the same outcomes, as do shards on the command line; a cell opens in Play', async ({
  page,
  browser,
}) => {
  await openLink(page, small);
  // All of it takes a second or two on a machine that does nothing else.
  await holdInTheMiddle(page, 'lab.worker', 6, () => run(page));
  const sign = page.getByRole('navigation', { name: places.nav }).getByText(places.labGoesOn.sweep);
  await expect(sign).toBeAttached();
  const bar = page.getByRole('progressbar');
  await expect.poll(() => bar.getAttribute('value').then(Number)).toBeGreaterThan(1);
  await page.reload();
  await ended(page, 24);
  await expect(sign).toHaveCount(0);
  const results = await saved(page);

  const other = await browser.newPage();
  await openLink(other, small);
  await run(other);
  await ended(other, 24);
  expect(await saved(other)).toEqual(results);
  await other.close();
  expect(await inShards(await savedFile(page), 3)).toEqual(results);

  await page.getByRole('tab', { name: sweepWords.tabNames.matrix }).click();
  // The problem that most ways solve, by the way that solves most.
  const first = page.getByRole('button', { name: new RegExp(`^${sweepWords.matrixCaption}`) });
  await first.focus();
  await page.keyboard.press('Enter');
  const playground = new Playground(page);
  await playground.ended();
  await expect(playground.result).toContainText('right');
  await page.goBack();
  await expect(page.getByRole('heading', { name: small.title })).toBeVisible();
});

test('two tabs do not both run it, and when the one is killed the other goes on', async ({
  page,
  context,
}) => {
  await openLink(page, { ...small, problems: { kind: 'held-out', family: 'countdown', count: 500 } });
  await run(page);
  const done = (of: Page) => of.getByRole('progressbar').getAttribute('value').then(Number);
  await expect.poll(() => done(page)).toBeGreaterThan(1);
  const other = await context.newPage();
  await other.goto('./#/lab/sweeps');
  await other.getByRole('link', { name: small.title }).click();
  const goOn = other.getByRole('button', { name: sweepWords.goOn, exact: true });
  await goOn.click();
  await expect(other.getByRole('alert')).toHaveText(sweepWords.elsewhere);
  await page.close();
  const before = await done(other);
  await goOn.click();
  await expect.poll(() => done(other)).toBeGreaterThan(before + 4);
  await expect(other.getByRole('alert')).toHaveCount(0);
  await other.getByRole('button', { name: sweepWords.cancel }).click();
  await expect(goOn).toBeVisible();
});

test('without storage it works for as long as the page is open, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openLink(page, { ...small, problems: { kind: 'held-out', family: 'countdown', count: 3 } });
  await run(page);
  await ended(page, 6);
  await expect(page.getByText(sweepWords.notKept)).toBeVisible();
  await page.getByRole('link', { name: sweepWords.all }).click();
  await expect(page.getByRole('link', { name: small.title })).toBeVisible();
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test('sweeps pass axe and fit: the questions, setting one up, and what came of it', async ({ page }) => {
      await page.goto('./#/lab/sweeps');
      await expect(page.getByRole('heading', { name: sweepWords.kept })).toBeVisible();
      await expectAccessibleInBothThemes(page);
      await openLink(page, { ...small, problems: { kind: 'held-out', family: 'countdown', count: 2 } });
      await page.getByText(sweepWords.axes).click();
      await expectAccessibleInBothThemes(page);
      await run(page);
      await ended(page, 4);
      await page.getByRole('button', { name: charts.table, exact: true }).click();
      await expectAccessibleInBothThemes(page);
      for (const name of [sweepWords.tabNames.matrix, sweepWords.tabNames.paired, insights.tab]) {
        await page.getByRole('tab', { name }).click();
        await expectAccessibleInBothThemes(page);
      }
    });
  });
}
