/** Frames of the page in real Chromium: what is shared by the benches of what moves. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';

/** A build of the page, served, in a browser's tab of its own. */
export interface OpenPage {
  readonly name: string;
  readonly address: string;
  readonly page: Page;
}

/** What a stretch of frames was like. Times are in milliseconds. */
export interface Frames {
  /** From each frame to the next. */
  readonly gaps: readonly number[];
  /** The main thread's own time on a processor, from each frame to the next: what other programs do beside it is not in it. */
  readonly work: readonly number[];
}

/**
 * Serves builds of the page, `dist` unless there are folders among the arguments, each in a browser's tab of its own: with an
 * older build beside it, what has changed is measured in one run. `CHROMIUM_PATH` or `--browser PATH` names the browser.
 */
export async function openPages(port: number): Promise<{
  readonly pages: readonly OpenPage[];
  readonly close: () => Promise<void>;
}> {
  const given = process.argv.slice(2);
  const at = given.indexOf('--browser');
  const executablePath = at < 0 ? process.env.CHROMIUM_PATH : given.splice(at, 2)[1];
  const only = given.indexOf('--only');
  if (only >= 0) given.splice(only, 2);
  const builds = given.length > 0 ? given : ['dist'];
  const browser: Browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
    ...(executablePath ? { executablePath } : {}),
  });
  const servers = await Promise.all(
    builds.map((outDir, place) =>
      preview({ preview: { port: port + place, strictPort: true }, build: { outDir }, logLevel: 'warn' }),
    ),
  );
  const pages: OpenPage[] = [];
  for (const [place, name] of builds.entries()) {
    // The page's own policy forbids what Playwright waits with; a service worker would keep the last build.
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'block',
      bypassCSP: true,
    });
    pages.push({ name, address: `http://localhost:${port + place}/`, page });
  }
  return {
    pages,
    close: async () => {
      await browser.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** Which parts of a bench are asked for: `--only NAME` takes those whose name has it; all otherwise. */
export function isAsked(name: string): boolean {
  const at = process.argv.indexOf('--only');
  return at < 0 || name.includes(process.argv[at + 1] ?? '');
}

/** Runs in the page, as text: what compiles this file adds helpers that the page doesn't know. */
const watchFrames = `{
  const watch = {};
  globalThis.watch = watch;
  const next = () => {
    performance.mark('bench-frame');
    if (globalThis.watch === watch) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}`;

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  /** Of the thread's own clock. */
  readonly tts?: number;
}

/** The page's marks, in their order, while something goes on. */
async function marksWhile(page: Page, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const devtools = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[])
      if (event.name.startsWith('bench-')) events.push(event);
  });
  await devtools.send('Tracing.start', {
    traceConfig: { includedCategories: ['blink.user_timing'], excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  await work();
  const complete = new Promise<void>((done) => devtools.once('Tracing.tracingComplete', () => done()));
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
  return events.toSorted((a, b) => a.ts - b.ts);
}

/** Watches the page's frames while something goes on. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<Frames> {
  const marks = await marksWhile(page, async () => {
    await page.evaluate(watchFrames);
    await work();
    await page.evaluate('globalThis.watch = null');
  });
  const between = (of: (event: TraceEvent) => number) =>
    marks.slice(1).map((mark, place) => (of(mark) - of(marks[place]!)) / 1000);
  return { gaps: between(({ ts }) => ts), work: between(({ tts }) => tts ?? Number.NaN) };
}

/**
 * What single acts take until the page has been drawn anew: `act` is a function in text, called with 0, 1, 2 … in the page.
 */
export async function actsOf(page: Page, act: string, times: number): Promise<Frames> {
  const marks = await marksWhile(page, async () => {
    await page.evaluate(`(async () => {
      const act = ${act};
      for (let time = 0; time < ${times}; time++) {
        await new Promise((done) => setTimeout(done, 300));
        performance.mark('bench-from');
        act(time);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        performance.mark('bench-to');
      }
    })()`);
  });
  const spans = marks.flatMap((mark, place) => {
    const from = marks[place - 1];
    return from && from.name === 'bench-from' && mark.name === 'bench-to' ? [{ from, to: mark }] : [];
  });
  return {
    gaps: spans.map(({ from, to }) => (to.ts - from.ts) / 1000),
    work: spans.map(({ from, to }) => ((to.tts ?? Number.NaN) - (from.tts ?? Number.NaN)) / 1000),
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const framesHead = `${' '.repeat(44)}frames   median     95%  > 33 ms   work: median     95%   a second     in all`;

/** One line of a table. */
export function framesLine(name: string, { gaps, work }: Frames): string {
  const ms = (value: number) => `${value.toFixed(1).padStart(6)} ms`;
  const all = work.reduce((sum, one) => sum + one, 0);
  const seconds = gaps.reduce((sum, one) => sum + one, 0) / 1000;
  const late = (100 * gaps.filter((gap) => gap > 34).length) / Math.max(1, gaps.length);
  return [
    name.padEnd(44),
    String(gaps.length).padStart(5),
    ms(quantile(gaps, 0.5)),
    ms(quantile(gaps, 0.95)),
    `${late.toFixed(1).padStart(5)}%`,
    `   ${ms(quantile(work, 0.5))}`,
    ms(quantile(work, 0.95)),
    `${(all / Math.max(1, seconds)).toFixed(0).padStart(7)} ms`,
    `${all.toFixed(0).padStart(7)} ms`,
  ].join(' ');
}
