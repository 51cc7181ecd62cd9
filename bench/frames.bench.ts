/**
 * Frames of the page while a run goes on beside its picture, in real Chromium: `npm run bench:frames`, or
 * `npx tsx bench/frames.bench.ts [folders of builds] [--only NAME] [--browser PATH]`, `ROUNDS` times (3).
 *
 * Of each: milliseconds from frame to frame, median and 95th percentile, what share is later than 33 ms (30 frames a second),
 * and the main thread's own time on a processor a frame, which other programs beside it do not change. "Nothing to do" is the
 * page before a run: what the machine gives. Builds take turns, so that they are compared in one run.
 */
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import type { LogEntry } from '#run/events.ts';
import { exportRun } from '#run/export.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { largeSearch } from '#run/testing/large-search.ts';
import {
  actsOf,
  type Frames,
  framesHead,
  framesLine,
  framesWhile,
  isAsked,
  openPages,
  type OpenPage,
} from './page-frames.ts';

const rounds = Number(process.env.ROUNDS ?? 3);
const ended = `[...document.querySelectorAll('button')].some((button) => button.textContent === 'Run again')`;

const countdown = defaultExperiment('countdown', 'mcts');
const arithmetic = defaultExperiment('arithmetic', 'self-consistency');
const runs: Readonly<Record<string, Experiment>> = {
  'MCTS, 200 x 16': {
    ...countdown,
    problem: { family: 'countdown', numbers: [1, 5, 11, 13], target: 24 },
    sampling: { ...countdown.sampling, temperature: 2 },
    strategy: { ...defaultStrategy('mcts'), simulations: 200, parallel: 16, expansion: 16 },
  },
  'beam 16 x 16 on 4 million parameters': {
    ...defaultExperiment('countdown', 'beam-search'),
    model: 'countdown-large',
    strategy: { ...defaultStrategy('beam-search'), width: 16, expansion: 16 },
  },
  'eight thoughts side by side': {
    ...arithmetic,
    strategy: { ...defaultStrategy('self-consistency'), samples: 8 },
  },
};

/** Eight thoughts of 2,000 tokens, 400 a second each, as if they came from a fast server. */
const streams = recorded(
  defaultExperiment('countdown', 'self-consistency'),
  logOf(Array.from({ length: 8 }, (_, trace) => `${`9 - ${trace} = 6 [4 6 10] `.repeat(250)}</think> 24`)),
  1000 / (8 * 400),
);
/** Logs of 100,000 events to be sought in. */
const logs: Readonly<Record<string, () => Buffer>> = {
  'one trace of 100,000 events': () =>
    recorded(arithmetic, logOf([`${'9 - 3 = 6 [4 6 10] '.repeat(12_500)}</think> 24`], arithmetic)),
  '1,000 traces, 100,000 events': () =>
    recorded(
      arithmetic,
      logOf(
        Array.from(
          { length: 1000 },
          (_, trace) => `${'9 - 3 = 6 [4 6 10] '.repeat(12)}</think> ${trace % 50}`,
        ),
        arithmetic,
      ),
    ),
  'a search of 100,000 events': () => {
    const { experiment, entries } = largeSearch(8300);
    return recorded(experiment, entries);
  },
};

/** A place of the log at random, as a pointer on the timeline goes there. */
const seek = `(time) => {
  const slider = document.querySelector('input[type=range][aria-valuetext]');
  const place = Math.floor(Number(slider.max) * ((0.618 * (time + 1)) % 1));
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, place);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}`;

const { pages, close } = await openPages(4318);
console.log(framesHead);
const all = new Map<string, Frames>();
for (let round = 0; round < rounds; round++) {
  for (const one of pages) {
    if (isAsked('nothing to do')) await take('nothing to do', one, () => ready(one, countdown), rest);
    for (const [name, experiment] of Object.entries(runs))
      if (isAsked(name)) await take(name, one, () => ready(one, experiment), run);
    const played = '8 streams, 400 tokens a second each';
    if (isAsked(played)) await take(played, one, () => openFile(one, streams), play);
    for (const [name, log] of Object.entries(logs))
      if (isAsked(`seek ${name}`)) {
        await openFile(one, log());
        await one.page.waitForTimeout(2000);
        add(`seek ${name}`, one, await actsOf(one.page, seek, 25));
      }
  }
}
console.log(`All rounds:\n${framesHead}`);
for (const [name, frames] of all) console.log(framesLine(name, frames));
await close();
process.exit(0);

async function take(
  name: string,
  one: OpenPage,
  before: () => Promise<void>,
  work: (one: OpenPage) => Promise<void>,
): Promise<void> {
  await before();
  await one.page.waitForTimeout(1000);
  add(name, one, await framesWhile(one.page, () => work(one)));
}

function add(name: string, one: OpenPage, { gaps, work: times }: Frames): void {
  const called = pages.length > 1 ? `${name}, ${one.name}` : name;
  console.log(framesLine(called, { gaps, work: times }));
  const known = all.get(called) ?? { gaps: [], work: [] };
  all.set(called, { gaps: [...known.gaps, ...gaps], work: [...known.work, ...times] });
}

function rest({ page }: OpenPage): Promise<void> {
  return page.waitForTimeout(2000);
}

async function ready({ page, address }: OpenPage, experiment: Experiment): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}${await encodeExperiment(experiment)}`);
  await page
    .getByRole('button', { name: /^Run( again)?$/ })
    .first()
    .waitFor();
}

async function run({ page }: OpenPage): Promise<void> {
  await page
    .getByRole('button', { name: /^Run( again)?$/ })
    .first()
    .click();
  // Asked seldom and simply: looking for roles on a page of this size takes longer than drawing it.
  await page.waitForFunction(ended, undefined, { polling: 250, timeout: 120_000 });
}

function recorded(experiment: Experiment, entries: readonly LogEntry[], apart?: number): Buffer {
  const timed =
    apart === undefined
      ? entries
      : entries.map((entry, place) => ({ ...entry, at: Math.round(place * apart) }));
  return Buffer.from(exportRun(experiment, timed));
}

async function openFile({ page, address }: OpenPage, buffer: Buffer): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  const file = { name: 'run.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Run file').setInputFiles(file);
  await page.getByText('from a file').first().waitFor({ timeout: 120_000 });
}

/** From the start, at the pace at which it was written. */
async function play({ page }: OpenPage): Promise<void> {
  await page.getByLabel('Speed').selectOption('as-it-happened');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Replay' }).first().click();
  await page.waitForTimeout(5000);
}
