// The pictures in README.md, from the built page: `npm run build && node scripts/screenshots.mjs`.
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureChromium } from './chromium.mjs';

const server = await preview({ preview: { port: 4174 } });
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });

/** A preset, run to its end. */
async function picture(name, { preset, tab }) {
  await page.goto('http://localhost:4174/');
  const option = page.getByRole('combobox', { name: 'Problem' }).locator('option', { hasText: preset });
  await page
    .getByRole('combobox', { name: 'Problem' })
    .selectOption(await option.first().getAttribute('value'));
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Run( again)?$/ })
    .click();
  await page.getByRole('banner').getByRole('button', { name: 'Run again' }).waitFor();
  await page.getByRole('tab', { name: tab }).click();
  await page.screenshot({ path: `docs/${name}.png` });
}

await picture('votes', { preset: 'Arithmetic, a vote of 32', tab: /^Votes/ });
await picture('tree', { preset: 'Monte-Carlo tree search', tab: /^Tree/ });
await browser.close();
await server.close();
process.exit(0);
