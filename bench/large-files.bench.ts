/**
 * Opening the largest saved runs in real Chromium: `npx vite build && npx tsx bench/large-files.bench.ts [path to a browser]`.
 *
 * For each file: seconds until it is shown, the longest piece of work on the page's own thread while it opened, while each tab
 * was shown and while the cursor went to the start and back (milliseconds; under 50 is not counted by browsers).
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LogEntry } from '#run/events.ts';
import { exportRun } from '#run/export.ts';
import { largeSearch } from '#run/testing/large-search.ts';
import { logOf } from '#run/testing/fixtures.ts';

const vote = defaultExperiment('countdown', 'self-consistency');
const traces = (count: number, text: (trace: number) => string) => () => ({
  experiment: vote,
  entries: logOf(
    Array.from({ length: count }, (_, trace) => text(trace)),
    vote,
  ),
});
const files: Readonly<
  Record<string, () => { readonly experiment: Experiment; readonly entries: readonly LogEntry[] }>
> = {
  'one trace of 100,000 tokens': traces(1, () => `${'9 - 3 = 6 [4 6 10] '.repeat(12_500)}</think> 24`),
  '60,000 traces': traces(60_000, (trace) => `</think> ${trace % 50}`),
  '30,000 votes, each for another answer': traces(30_000, (trace) => `9 </think> ${trace}`),
  'a search of 49,000 steps': () => largeSearch(49_000),
};

const folder = mkdtempSync(join(tmpdir(), 'large-files-'));
const server = await preview({ preview: { port: 4319 } });
const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4319/';
const executablePath = process.argv[2] ?? process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
console.log(
  'file                                        MB   shown    opening   each tab                seeking',
);
for (const [name, make] of Object.entries(files)) await open(name, make());
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
process.exit(0);

async function open(name: string, run: ReturnType<(typeof files)[string]>): Promise<void> {
  const path = join(folder, 'run.json');
  writeFileSync(path, exportRun(run.experiment, run.entries));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(`{
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  }`);
  await longest(page); // what the first visit does
  const begun = performance.now();
  await page.getByLabel('Run file').setInputFiles(path);
  await page.getByText('from a file').first().waitFor({ timeout: 120_000 });
  const shown = (performance.now() - begun) / 1000;
  const opening = await longest(page);
  const tabs: number[] = [];
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    tabs.push(await longest(page));
  }
  await page.keyboard.press('Escape');
  await page.getByRole('slider', { name: 'Timeline' }).first().focus();
  for (const key of ['Home', 'End', 'PageUp', 'ArrowLeft']) await page.keyboard.press(key);
  const seeking = await longest(page);
  const megabytes = (statSync(path).size / 1e6).toFixed(0).padStart(4);
  console.log(
    `${name.padEnd(42)}${megabytes} ${shown.toFixed(1).padStart(5)} s ${String(opening).padStart(7)}   ${tabs.join(' ').padEnd(22)} ${seeking}`,
  );
  await page.close();
}

/** Milliseconds of the longest task since it was last asked, once the page has come to rest. */
async function longest(page: Page): Promise<number> {
  await page.waitForTimeout(1500);
  return Math.round(
    Number(await page.evaluate('(({ longest }) => { globalThis.longest = 0; return longest; })(globalThis)')),
  );
}
