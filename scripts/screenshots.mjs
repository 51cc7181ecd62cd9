// The pictures of README.md and docs/, from the built page: `npm run build && node scripts/screenshots.mjs`.
// The moving one needs img2webp (Debian: apt-get install webp) and is left out without it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureChromium } from './chromium.mjs';

const server = await preview({ preview: { port: 4174 } });
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

/** A preset, run to its end, with one of its tabs open. */
async function run({ preset, tab }) {
  await page.goto('http://localhost:4174/');
  const option = page.getByRole('combobox', { name: 'Problem' }).locator('option', { hasText: preset });
  await page
    .getByRole('combobox', { name: 'Problem' })
    .selectOption(await option.first().getAttribute('value'));
  await page.getByRole('button', { name: /^Run( again)?$/ }).click();
  await page.getByRole('button', { name: 'Run again', exact: true }).waitFor();
  await page.getByRole('tab', { name: tab }).click();
}

async function picture(name, what) {
  await run(what);
  await page.screenshot({ path: `docs/${name}.png` });
}

/** The run again, one step of its algorithm a frame. */
async function moving(name, { frames, seconds, ...what }) {
  await run(what);
  // Away from the tab, which has keys of its own.
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Home');
  const folder = mkdtempSync(join(tmpdir(), 'frames-'));
  const files = [];
  for (let frame = 0; frame < frames; frame++) {
    await page.keyboard.press(']');
    const path = join(folder, `${String(frame).padStart(3, '0')}.png`);
    await page.screenshot({ path });
    files.push(path);
  }
  const made = spawnSync('img2webp', [
    '-loop',
    '0',
    '-lossy',
    '-q',
    '60',
    '-d',
    String(seconds * 1000),
    ...files,
    '-o',
    `docs/${name}.webp`,
  ]);
  rmSync(folder, { recursive: true });
  console.log(made.error ? `${name}: left out, no img2webp on this machine` : `${name}: ${frames} frames`);
}

await picture('votes', { preset: 'Arithmetic, a vote of 32', tab: /^Votes/ });
await picture('tree', { preset: 'Monte-Carlo tree search', tab: /^Tree/ });
await page.setViewportSize({ width: 1024, height: 640 });
await moving('search', { preset: 'Monte-Carlo tree search', tab: /^Tree/, frames: 32, seconds: 0.6 });
// The card of shared addresses: the page as others embed it.
await page.setViewportSize({ width: 1200, height: 630 });
await run({ preset: 'Monte-Carlo tree search', tab: /^Tree/ });
await page.goto(`http://localhost:4174/?embed=stage,timeline${new URL(page.url()).hash}`);
await page.getByRole('button', { name: 'Run', exact: true }).click();
await page.getByRole('button', { name: 'Replay' }).waitFor();
await page.screenshot({ path: 'public/preview.png' });
await browser.close();
await server.close();
process.exit(0);
