import { expect, type Page } from '@playwright/test';
import { records } from '#words/en/records.ts';
import { transport } from '#words/en/transport.ts';
import { recordsDatabase } from '#app/records/database.ts';
import { test } from './support/on-faulty-server.ts';
import { oneChain, Playground } from './support/playground.ts';

// What a computer does to a page: it is slow, sleeps, sets its clock, has no room, crashes.

const devtools = (page: Page) => page.context().newCDPSession(page);

async function runsWell(playground: Playground): Promise<void> {
  await playground.setKnob('Samples', '2');
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
}

/** The votes of a run of four. */
async function fourVotes(playground: Playground): Promise<readonly string[]> {
  await playground.pickStrategy(/^Self-consistency/);
  await playground.setKnob('Samples', '4');
  await playground.run();
  await playground.ended();
  const votes = await playground.votes();
  await playground.page.getByRole('tab', { name: /^Thoughts/ }).click();
  return votes;
}

test('six times slower it draws the same', async ({ page, playground }) => {
  const usual = await fourVotes(playground);
  const session = await devtools(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  expect(await fourVotes(playground)).toEqual(usual);
});

test('put to sleep in the middle of a run it goes on when it wakes', async ({ page, playground }) => {
  const usual = await fourVotes(playground);
  const session = await devtools(page);
  await playground.run();
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await playground.ended();
  expect(await playground.votes()).toEqual(usual);
});

test('a run of many hours is shown, replayed and gone back to like one of seconds', async ({
  page,
  playground,
}) => {
  await fourVotes(playground);
  const worker = page.workers().find((one) => one.url().includes('run.worker'));
  // Each second counts as ten hours.
  await worker?.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() * 36_000;
  });
  await playground.startLongRun();
  await playground.ended();
  await expect(playground.result).toContainText(/\d h/);
  await page.getByRole('button', { name: transport.replay }).click();
  await expect(page.getByRole('button', { name: transport.replay })).toBeVisible();
  await runsWell(playground);
});

test('a clock that jumps back a day and on two changes no run and loses none', async ({
  page,
  playground,
}) => {
  const letGo = await playground.startHeldRun();
  const jump = (days: number) =>
    page.evaluate((by) => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + by * 86_400_000;
    }, days);
  await jump(-1);
  await letGo();
  await playground.ended();
  await runsWell(playground);
  await jump(2);
  await runsWell(playground);
  await page.keyboard.press('y');
  await expect(page.getByRole('dialog').getByRole('article')).toHaveCount(3);
});

/** Pieces of runs that the browser has stored. */
const keptPieces = (page: Page): Promise<number> =>
  page.evaluate(async (name) => {
    // Opened before the page has made it, it would be empty for ever.
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return 0;
    const open = indexedDB.open(name);
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const count = open.result.transaction('entries').objectStore('entries').count();
    await new Promise((resolve) => count.addEventListener('success', resolve));
    open.result.close();
    return count.result;
  }, recordsDatabase);

test('storage that is cleared in the middle of a run loses neither it nor the next', async ({
  page,
  server,
  playground,
}) => {
  const letGo = await playground.startHeldRun();
  await expect.poll(() => keptPieces(page)).toBeGreaterThan(0);
  const session = await devtools(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(server.address).origin,
    storageTypes: 'all',
  });
  await letGo();
  await playground.ended();
  await expect(playground.traces.first()).toContainText('=');
  await expect(page.getByRole('alert').filter({ hasText: records.notKept.cleared })).toBeVisible();
  await runsWell(playground);
  // The next run is kept again.
  await page.keyboard.press('y');
  await expect(page.getByRole('dialog').getByRole('article').first()).toBeVisible();
});

test('without room for another byte it says so once, and runs', async ({ page, server, playground }) => {
  const session = await devtools(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(server.address).origin,
    quotaSize: 1,
  });
  await playground.startLongRun();
  await playground.ended();
  const notice = page.getByRole('alert').filter({ hasText: records.notKept.full });
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await runsWell(playground);
  await expect(notice).toBeHidden();
});

test('a run whose tab crashed is offered again', async ({ context, server }) => {
  const crashing = new Playground(await context.newPage());
  await crashing.page.goto(`${server.address}${await oneChain()}`);
  await crashing.startHeldRun();
  await expect.poll(() => keptPieces(crashing.page)).toBeGreaterThan(0);
  const crashed = crashing.page.waitForEvent('crash');
  const session = await devtools(crashing.page);
  // The answer never comes: whoever would send it has crashed.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = new Playground(await context.newPage());
  await again.page.goto(server.address);
  await expect(again.page.getByRole('region', { name: 'A run that broke off' })).toContainText(
    'broke off at',
  );
});
