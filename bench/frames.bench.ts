/**
 * Frames of the page while a run goes on beside its picture, in real Chromium: `npm run bench:frames`, or
 * `npx tsx bench/frames.bench.ts [folders of builds] [--only NAME] [--browser PATH]`, `ROUNDS` times (3).
 *
 * Of each: milliseconds from frame to frame, median and 95th percentile, what share is later than 33 ms (30 frames a second),
 * and the main thread's own time on a processor a frame, which other programs beside it do not change. "Empty" is the page
 * with nothing to do: what the machine gives. Builds take turns, so that they are compared in one run.
 */
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import {
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

const { pages, close } = await openPages(4318);
const all = new Map<string, Frames>();
for (let round = 0; round < rounds; round++) {
  for (const one of pages) {
    if (isAsked('empty'))
      await take('empty', one, () => one.page.goto(one.address).then(() => undefined), rest);
    for (const [name, experiment] of Object.entries(runs))
      if (isAsked(name)) await take(name, one, () => ready(one, experiment), run);
  }
}
console.log(framesHead);
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
  const { gaps, work: times } = await framesWhile(one.page, () => work(one));
  const called = pages.length > 1 ? `${name}, ${one.name}` : name;
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
