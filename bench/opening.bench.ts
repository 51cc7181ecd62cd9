/**
 * A first visit: milliseconds to the first paint and to the first text, requests and bytes over the wire till then and till all has
 * come that is fetched without a click. Then, from a press of Run in a browser that has nothing yet to the first token on the screen: workers started, model fetched and
 * opened, prompt read. `npm run bench:opening` after `npm run build`; as ratios to the smallest model. Set
 * CHROMIUM_PATH where Playwright has no browser of its own, and `taskset -c 0` before it for one core.
 */
import { chromium, type Browser } from '@playwright/test';
import { preview } from 'vite';
import { defaultExperiment } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { embeddedModels } from '#policy/models.ts';

const port = 4198;
const rounds = 3;

const server = await preview({ preview: { port, strictPort: true }, logLevel: 'warn' });
const { CHROMIUM_PATH: executablePath } = process.env;
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
});

const visits: Awaited<ReturnType<typeof firstVisit>>[] = [];
for (let round = 0; round < rounds; round++) visits.push(await firstVisit(browser));
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
console.log('first visit          ms   requests     kB');
for (const moment of ['first paint', 'first text', 'all of it'] as const) {
  const of = (what: 'ms' | 'requests' | 'bytes') => median(visits.map((visit) => visit[moment][what]));
  console.log(
    `${moment.padEnd(16)} ${of('ms').toFixed(0).padStart(6)} ${String(of('requests')).padStart(10)} ${(of('bytes') / 1000).toFixed(0).padStart(6)}`,
  );
}

const models = embeddedModels
  .filter(({ id }) =>
    ['countdown-small', 'countdown', 'countdown-large', 'arithmetic', 'puzzles'].includes(id),
  )
  .toSorted((a, b) => a.parameters - b.parameters);
const times = new Map<string, number>();
for (const model of models) {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) taken.push(await openingTime(browser, model));
  times.set(model.id, taken.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!);
}
const smallest = times.get(models[0]!.id)!;
console.log('model              MB     ms   ratio');
for (const { id, downloadBytes } of models) {
  const ms = times.get(id)!;
  console.log(
    `${id.padEnd(16)} ${(downloadBytes / 1e6).toFixed(1).padStart(4)} ${ms.toFixed(0).padStart(6)} ${(ms / smallest).toFixed(2).padStart(7)}`,
  );
}
await browser.close();
await server.close();
process.exit(0);

/** In a browser context of its own. Requests and bytes are those that had arrived by then. */
async function firstVisit(inside: Browser) {
  const context = await inside.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const arrived: { readonly at: number; readonly bytes: number }[] = [];
  let begun = 0;
  devtools.on('Network.requestWillBeSent', ({ timestamp }) => (begun ||= timestamp));
  devtools.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) =>
    arrived.push({ at: 1000 * timestamp, bytes: encodedDataLength }),
  );
  await page.goto(`http://localhost:${port}/`);
  await page.waitForTimeout(8000);
  const paints = await page.evaluate(() =>
    performance.getEntriesByType('paint').map(({ name, startTime }) => ({ name, startTime })),
  );
  await context.close();
  const till = (ms: number) => {
    const there = arrived.filter(({ at }) => at - 1000 * begun <= ms);
    return { ms, requests: there.length, bytes: there.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
  const painted = (name: string) =>
    paints.find((paint) => paint.name === name)?.startTime ?? Number.POSITIVE_INFINITY;
  return {
    'first paint': till(painted('first-paint')),
    'first text': till(painted('first-contentful-paint')),
    'all of it': till(Math.max(...arrived.map(({ at }) => at - 1000 * begun))),
  };
}

/** Milliseconds, in a browser context of its own. */
async function openingTime(inside: Browser, { id, families }: EmbeddedModel): Promise<number> {
  const context = await inside.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(
    `http://localhost:${port}/${await encodeExperiment({ ...defaultExperiment(families[0]!, 'direct'), model: id })}`,
  );
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  // Within the page: asking it from outside takes a core as much time as the run.
  const taken = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const start = performance.now();
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Run')?.click();
        const timer = setInterval(() => {
          if (!document.querySelector('[data-index]')) return;
          clearInterval(timer);
          done(performance.now() - start);
        }, 5);
      }),
  );
  await context.close();
  return taken;
}
