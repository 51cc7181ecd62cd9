/**
 * Frames of the search tree in real Chromium: `npx vite build && npx tsx bench/trees.bench.ts [path to a browser]`.
 *
 * Milliseconds from frame to frame, median and 95th percentile, and what share is later than 33 ms (30 frames a second):
 * while a search runs beside its picture, and while trees of several sizes are dragged and zoomed. "Empty" is the same page
 * with nothing to do: what the machine gives. "Work" is the main thread's own time on a processor a frame, which other
 * programs beside it do not change.
 */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { exportRun } from '#run/export.ts';
import { grownEvents } from '#views/search-tree/testing/grown-tree.ts';

const ended = `[...document.querySelectorAll('button')].some((button) => button.textContent === 'Run again')`;

/** Runs in the page, as text: what compiles this file adds helpers that the page doesn't know. */
const watchFrames = `{
  const gaps = [];
  globalThis.gaps = gaps;
  let last = performance.now();
  const next = (now) => {
    gaps.push(now - last);
    last = now;
    if (globalThis.gaps === gaps) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}`;

const server = await preview({ preview: { port: 4318 } });
const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4318/';
const executablePath = process.argv[2] ?? process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  ...(executablePath === undefined ? {} : { executablePath }),
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
console.log('                              frames   median      95 %   later than 33 ms       work');
await page.goto(address);
await page.getByRole('heading', { level: 1 }).waitFor();
await measure('empty', () => page.waitForTimeout(2000));

const countdown = defaultExperiment('countdown', 'mcts');
await live('MCTS, 200 x 16, live', {
  ...countdown,
  problem: { family: 'countdown', numbers: [1, 5, 11, 13], target: 24 },
  sampling: { ...countdown.sampling, temperature: 2 },
  strategy: { ...defaultStrategy('mcts'), simulations: 200, parallel: 16, expansion: 16 },
});
await live('beam, 16 x 16, large, live', {
  ...defaultExperiment('countdown', 'beam-search'),
  model: 'countdown-large',
  strategy: { ...defaultStrategy('beam-search'), width: 16, expansion: 16 },
});
for (const nodes of [50, 650, 5000, 10_000]) await moved(nodes);
await browser.close();
await server.close();
process.exit(0);

async function live(name: string, experiment: Experiment): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}${await encodeExperiment(experiment)}`);
  const run = page.getByRole('button', { name: /^Run( again)?$/ }).first();
  await run.waitFor();
  await measure(name, async () => {
    await run.click();
    // Asked seldom and simply: looking for roles on a page of this size takes longer than drawing it.
    await page.waitForFunction(ended, undefined, { polling: 250, timeout: 120_000 });
  });
  const tab = await page.getByRole('tab', { name: /^Tree/ }).innerText();
  console.log(`${''.padStart(28)}  ${tab.replace(/\s+/, ': ')} nodes`);
}

async function moved(nodes: number): Promise<void> {
  const events = grownEvents(nodes, { depth: 0.2, seed: 7 });
  const entries = events.map((event, at) => ({
    at,
    event: event.type === 'run-started' ? { ...event, experiment: countdown } : event,
  }));
  await page.goto('about:blank');
  await page.goto(address);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'tree.json',
      mimeType: 'application/json',
      buffer: Buffer.from(exportRun(countdown, entries)),
    });
  await page.getByRole('tab', { name: /^Tree/ }).click();
  const picture = page.getByRole('group', { name: /^Picture of the search tree/ });
  const box = (await picture.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await measure(`${nodes} nodes, dragged`, async () => {
    await page.mouse.down();
    for (let step = 0; step < 60; step++)
      await page.mouse.move(x + 60 * Math.sin(step / 6), y + 40 * Math.cos(step / 5));
    await page.mouse.up();
  });
  await measure(`${nodes} nodes, zoomed`, async () => {
    for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step % 30 < 15 ? -60 : 60);
  });
}

/** Seconds of a processor that the page's main thread has taken. */
async function worked(): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Frames of the page while something goes on. */
async function measure(name: string, work: () => Promise<void>): Promise<void> {
  await page.evaluate(watchFrames);
  const before = await worked();
  await work();
  const busy = 1000 * ((await worked()) - before);
  const gaps = (await page.evaluate(() => (globalThis as { gaps?: number[] }).gaps ?? [])).toSorted(
    (a, b) => a - b,
  );
  const at = (share: number) => (gaps[Math.floor(share * (gaps.length - 1))] ?? 0).toFixed(1).padStart(6);
  const late = gaps.filter((gap) => gap > 34).length / Math.max(1, gaps.length);
  console.log(
    `${name.padEnd(28)}  ${String(gaps.length).padStart(6)}  ${at(0.5)} ms ${at(0.95)} ms   ${(100 * late).toFixed(1).padStart(5)} %   ${(busy / Math.max(1, gaps.length)).toFixed(1).padStart(12)} ms`,
  );
}
