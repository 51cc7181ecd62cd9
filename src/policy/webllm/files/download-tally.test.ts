import { expect, it } from 'vitest';
import { DownloadTally } from './download-tally.ts';

it('counts what is here, what will be, and how fast it comes', () => {
  let now = 0;
  const tally = new DownloadTally(() => now);
  tally.expect('a', 1000);
  tally.expect('b', 500);
  tally.has('b', 500);
  expect([tally.bytes, tally.totalBytes, tally.rate]).toEqual([500, 1500, null]);
  tally.came('a', 100);
  now = 100;
  tally.came('a', 200);
  expect(tally.rate, 'too early to tell').toBeNull();
  now = 1000;
  tally.came('a', 600);
  expect(tally.rate).toBe(500);
  expect([tally.bytes, tally.totalBytes]).toEqual([1100, 1500]);
});

it('tells the rate of the last seconds, not of all', () => {
  let now = 0;
  const tally = new DownloadTally(() => now);
  for (; now <= 10_000; now += 100) tally.came('a', now * 10);
  for (let bytes = 100_000; now <= 20_000; now += 100) tally.came('a', (bytes += 100));
  expect(tally.rate).toBeCloseTo(1000, -2);
});

it('a file that begins again does not count twice, but its bytes came', () => {
  let now = 0;
  const tally = new DownloadTally(() => now);
  tally.came('a', 800);
  tally.has('a', 0);
  now = 1000;
  tally.came('a', 400);
  expect([tally.bytes, tally.totalBytes, tally.rate]).toEqual([400, 400, 400]);
});
