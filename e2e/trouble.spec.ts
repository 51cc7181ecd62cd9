import { expect, test } from '@playwright/test';
import { throws } from './support/deaths.ts';
import { runWorker } from './support/held-run.ts';
import { Playground } from './support/playground.ts';

test('a run can be cancelled in the middle and keeps what it has', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const letGo = await playground.startHeldRun();
  await page.keyboard.press('s');
  await letGo();
  await playground.ended();
  await expect(playground.result).toContainText('Cancelled');
  const slider = page.getByRole('slider', { name: 'Step of the run' });
  expect(Number(await slider.getAttribute('max'))).toBeGreaterThan(64);

  // Nothing is stuck: the next run ends well.
  await playground.setKnob('Samples', '4');
  await playground.run();
  await expect(playground.result).toContainText(/right|wrong/);
});

test('a crash of the worker is said, the log is kept, and the next run works', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.startHeldRun();
  await runWorker(page).evaluate(throws);
  await expect(playground.result).toContainText('stopped unexpectedly');
  await expect(playground.traces.first()).toContainText('=');

  await playground.setKnob('Samples', '2');
  await playground.run();
  await expect(playground.result).toContainText(/right|wrong/);
});

test('a model that cannot be fetched is said in words, and a later try works', async ({ page }) => {
  const playground = new Playground(page);
  await page.route('**/models/countdown/weights.bin', (route) => route.abort());
  await playground.open();
  await playground.run();
  await expect(page.getByRole('main')).toContainText('could not be fetched');
  await page.unroute('**/models/countdown/weights.bin');
  await playground.run();
  await expect(playground.result).toContainText(/right|wrong/);
});

test('a damaged model is noticed before it says anything', async ({ page }) => {
  const playground = new Playground(page);
  await page.route('**/models/countdown/weights.bin', async (route) => {
    const body = await (await route.fetch()).body();
    body[body.length >> 1]! ^= 0xff;
    await route.fulfill({ body, contentType: 'application/octet-stream' });
  });
  await playground.openOnRecorded();
  await playground.run();
  await expect(page.getByRole('main')).toContainText('their hash differs');
  await expect(page.getByText('recorded', { exact: true })).toBeVisible(); // what was on the stage is still there
});

test('it fetches nothing from elsewhere', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') elsewhere.push(request.url());
  });
  const playground = new Playground(page);
  await playground.open();
  await playground.run();
  await playground.ended();
  expect(elsewhere).toEqual([]);
});
