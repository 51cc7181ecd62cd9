import { expect, test } from '@playwright/test';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LogEntry } from '#run/events.ts';
import { extractIn } from '#answers/families.ts';
import { exportRun } from '#run/export.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { longThought } from '#run/testing/long-thought.ts';
import { largeSearch } from '#run/testing/large-search.ts';
import { stage } from '#words/en/stage.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';
import { saved } from './support/saved.ts';

/** More would be felt. A page with eight cards has about a thousand. */
const mostElements = 6_000;

async function importRun(
  playground: Playground,
  run: { readonly experiment: Experiment; readonly entries: readonly LogEntry[] },
): Promise<void> {
  await playground.page.getByLabel('Run file').setInputFiles({
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(exportRun(run.experiment, run.entries)),
  });
  await expect(playground.page.getByText(stage.imported, { exact: true })).toBeVisible();
}

const elements = (playground: Playground) => playground.page.locator('main *').count();

test('a search of 1,000 steps shows its finished traces, and draws only what is seen', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const search = largeSearch(1_000);
  await importRun(playground, search);
  await page.getByRole('tab', { name: /^Thoughts/ }).click();
  const chosen = page.getByRole('article').first();
  await expect(chosen).toContainText('chosen');
  expect(await elements(playground)).toBeLessThan(mostElements);

  const ends = search.entries.filter(
    ({ event }) => event.type === 'node-created' && event.end === 'terminal',
  );
  await expect(chosen).toHaveAttribute('aria-setsize', String(ends.length));
  await page.getByRole('spinbutton', { name: 'Go to trace' }).fill(String(ends.length));
  await page.keyboard.press('Enter');
  const last = page.getByRole('article', { name: new RegExp(`^Trace ${ends.length}\\b`) });
  await expect(last.getByRole('button', { name: `Trace ${ends.length}`, exact: true })).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last.getByRole('listitem')).toHaveCount(3);
  expect(await elements(playground)).toBeLessThan(mostElements);

  // The steps that are in no finished trace, by the step they follow.
  await page.getByText(/other steps drawn/).click();
  await expect(page.getByRole('heading', { name: 'At the start' })).toBeAttached();
  await page.getByText(/other steps drawn/).scrollIntoViewIfNeeded();
  await expect(page.getByText('pruned', { exact: true }).first()).toBeVisible();
  expect(await elements(playground)).toBeLessThan(mostElements);
  await expectAccessible(page);
});

test('a thousand traces are drawn as they are scrolled to, and found by number', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const lines = Array.from({ length: 1_000 }, (_, at) => `9 - 3 = 6 4 * 6 = 24 </think> ${at % 7}`);
  await importRun(playground, {
    experiment: defaultExperiment('countdown', 'self-consistency'),
    entries: logOf(lines),
  });
  await page.getByRole('tab', { name: /^Thoughts/ }).click();
  await expect(page.getByRole('article', { name: 'Trace 1', exact: true })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Trace 900', exact: true })).toHaveCount(0);
  expect(await elements(playground)).toBeLessThan(mostElements);

  await page.getByRole('spinbutton', { name: 'Go to trace' }).fill('900');
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('article', { name: 'Trace 900', exact: true });
  await expect(wanted).toBeInViewport();
  await expect(wanted).toHaveAttribute('aria-posinset', '900');
  await expect(wanted.getByRole('button', { name: 'Trace 900', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Trace 901', exact: true })).toBeFocused();
  expect(await elements(playground)).toBeLessThan(mostElements);

  // A picture is of those that are in sight, and no longer than they are.
  const stageHeight = (await page.getByRole('tabpanel').boundingBox())!.height;
  await page.keyboard.press('x');
  await page.getByRole('tab', { name: 'Picture' }).click();
  await expect(page.getByRole('img', { name: 'The picture as it will be saved' })).toBeVisible();
  const svg = (await saved(page, 'Save SVG')).toString('utf8');
  expect(svg).toMatch(/>Trace 901</);
  expect(svg).not.toMatch(/>Trace 1</);
  expect(Number(/ height="(\d+)"/.exec(svg)?.[1])).toBeLessThan(stageHeight + 200);
});

test('a vote on a game is grouped by what the expressions come to, and says what the strategy counted', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const experiment = {
    ...defaultExperiment('countdown', 'self-consistency'),
    problem: { family: 'countdown', numbers: [2, 3, 10, 12], target: 24 },
  } as const satisfies Experiment;
  const wrote = [
    '12 * (10 / 2 - 3)',
    '12 * 10 / (2 + 3)',
    '12 * (10 / 2 - 3)',
    '12 + 10 + 2 + 3',
    '12 + 2 + 10',
  ];
  const answers = wrote.map((text) => extractIn(experiment.problem, { text, thinking: 'closed' }));
  const entries = logOf(
    wrote.map((text) => `</think> ${text}`),
    experiment,
  ).map((entry): LogEntry => {
    const { event } = entry;
    if (event.type !== 'vote-cast' && event.type !== 'answer-extracted') return entry;
    const answer = answers[event.sequence];
    return answer ? { ...entry, event: { ...event, answer } } : entry;
  });
  await importRun(playground, { experiment, entries });
  await page.getByRole('tab', { name: /^Votes/ }).click();
  const panel = page.getByRole('tabpanel', { name: /^Votes/ });
  await expect(panel).toContainText('3 of 5 make 24 (in 2 ways).');
  await expect(panel).toContainText('The model votes 2 : 1 : 1 : 1 for 12 × (10 ÷ 2 − 3).');
  const right = panel.getByRole('list', { name: 'Expressions that make 24' });
  await expect(right.getByRole('button')).toHaveCount(2);
  await expect(panel.getByRole('list', { name: 'Expressions that make 27' })).toContainText(
    '12 + 10 + 2 + 3',
  );
  // Numbers that were used wrongly may make the target all the same.
  await expect(panel.getByRole('list', { name: /not use each number/ })).toContainText('12 + 2 + 10 = 24');
  const chosen = right.getByRole('button', { name: '12 × (10 ÷ 2 − 3): 2 votes' });
  await chosen.click();
  await expect(chosen).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
});

test('a thought of 10,000 tokens is sorted by rule, folds by kind, and is searched', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await importRun(playground, longThought(10_000));
  const thought = page.getByRole('list').filter({ has: page.getByRole('button', { name: /^doubt,/ }) });
  await expect(thought.getByRole('listitem').last()).toBeInViewport();
  await expect(page.getByText('Sorted by rule, from its words.')).toBeVisible();
  expect(await elements(playground)).toBeLessThan(mostElements);

  // At its end nothing scrolls where more comes into sight, and the map says it all the same.
  const map = page.getByRole('slider', { name: 'Map of the thought' });
  const inSight = () => map.locator('rect').last().getAttribute('height').then(Number);
  await expect(map).toHaveAttribute('aria-valuetext', /^passage \d\d+ of/);
  const before = await inSight();
  await page.setViewportSize({ width: 1280, height: 1200 });
  await expect.poll(inSight).toBeGreaterThan(1.3 * before);
  await page.setViewportSize({ width: 1280, height: 800 });

  // A text is found wherever it stands, and each place is gone to.
  const find = page.getByRole('searchbox', { name: 'Find in this thought' });
  await find.fill('COUNTS THE STOP twice');
  await expect(page.getByRole('search')).toContainText(/^\d+ places/);
  await find.press('Enter');
  await expect(page.getByRole('search')).toContainText(/^1 of \d+/);
  const first = page.locator('[data-current]');
  await expect(first).toHaveText(['counts', 'the', 'stop', 'twice.']);
  await expect(first.first()).toBeInViewport();
  await page.getByRole('button', { name: 'Next place' }).click();
  await expect(page.getByRole('search')).toContainText(/^2 of \d+/);
  await expect(first.first()).toBeInViewport();
  await find.press('Shift+Enter');
  await expect(page.getByRole('search')).toContainText(/^1 of \d+/);

  // The map says where that is and goes elsewhere.
  await map.press('Home');
  await expect(map).toHaveAttribute('aria-valuetext', /^passage 1 of \d+, /);
  await map.press('PageDown');
  await expect(map).toHaveAttribute('aria-valuetext', /^passage 1[01] of \d+, /);

  // What is of one kind folds away, and each passage by itself.
  const plans = page.getByRole('button', { name: /^plan: \d+ passages/ });
  await expect(plans).toHaveAttribute('aria-pressed', 'true');
  await plans.click();
  await expect(plans).toHaveAttribute('aria-pressed', 'false');
  const plan = thought.getByRole('button', { name: /^plan, \d+ tokens/ }).first();
  await expect(plan).toHaveAttribute('aria-expanded', 'false');
  await plan.click();
  await expect(plan).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
});

test('what is read of a long thought stays in place while the thought grows', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await importRun(playground, longThought(10_000));
  const cursor = page.getByRole('slider', { name: 'Step of the run' });
  await cursor.fill('4000');
  const find = page.getByRole('searchbox', { name: 'Find in this thought' });
  await find.fill('(52)');
  await find.press('Enter');
  const read = page.getByRole('listitem').filter({ hasText: '(52)' });
  await expect(read).toBeInViewport();
  const before = await read.boundingBox();
  await cursor.fill('6000');
  await expect(page.getByRole('article')).toContainText(/5,99\d tokens/);
  await cursor.fill('9000');
  await expect(page.getByRole('article')).toContainText(/8,99\d tokens/);
  expect(Math.abs(((await read.boundingBox())?.y ?? NaN) - (before?.y ?? NaN))).toBeLessThanOrEqual(1);
  expect(await elements(playground)).toBeLessThan(mostElements);
});

test('a false step is marked by rule, and its mark says what is true', async ({ page }) => {
  const playground = new Playground(page);
  await page.goto('./');
  await expect(page.getByText(stage.recorded, { exact: true })).toBeVisible();
  await page.locator('body').press('End');
  const wrong = playground.traces.filter({ hasText: 'wrong' });
  const marks = wrong.getByRole('button', { name: /^False: .* is \d+, not \d+\. Checked by rule/ });
  await expect(marks).toHaveCount(2);
  const right = playground.traces.filter({ hasText: 'right' }).first();
  await expect(right.getByRole('button', { name: /^False/ })).toHaveCount(0);
  await marks.first().focus();
  await expect(page.locator('[data-tip]')).toContainText('Checked by rule, not by the model.');
  await expectAccessible(page);
  // Before the slip there is nothing to mark.
  await page.locator('body').press('Home');
  await expect(page.getByRole('button', { name: /^False/ })).toHaveCount(0);
});

test('short thoughts of small models have no such tools', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  await expect(page.getByRole('searchbox', { name: 'Find in this thought' })).toHaveCount(0);
});
