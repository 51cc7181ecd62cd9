import { expect, type Page, test } from '@playwright/test';
import { defaultExperiment } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';
import { saved } from './support/saved.ts';

test.use({ reducedMotion: 'reduce' });

/** A finished run, at one of its steps, with the dialog open. */
async function atStep(playground: Playground): Promise<void> {
  const { page } = playground;
  await playground.open();
  await playground.pickStrategy(/^Self-consistency/);
  await playground.run();
  await playground.ended();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('2');
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step++) await page.keyboard.press(']');
  await page.keyboard.press('x');
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
}

test('a link opens at its step and tab, with its title and note as text; presenting and embedding too', async ({
  page,
}) => {
  await atStep(new Playground(page));
  const slider = page.getByRole('slider', { name: 'Step of the run' });
  await page.getByRole('textbox', { name: 'Title' }).fill('<b>A vote</b>');
  await page.getByRole('textbox', { name: 'Note' }).fill('Look at the third trace.');
  await expectAccessible(page);
  const address = page.getByRole('textbox', { name: 'Address' });
  await expect(address).toHaveValue(/#v6\./);
  await expect(page.getByText('Look at the third trace.')).toBeVisible();
  const link = await address.inputValue();
  await page.getByRole('tab', { name: 'Code' }).click();
  await expect(page.getByRole('textbox', { name: 'Python program' })).toHaveValue(/\nanswer = vote\(/);
  await page.getByRole('radio', { name: 'Command line' }).check();
  await expect(page.getByRole('textbox', { name: /^Command for a shell/ })).toHaveValue(
    /^npm run cli -- run /,
  );
  await expectAccessible(page);

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: '<b>A vote</b>' })).toBeVisible();
  // The third vote; how far the other traces have come by then depends on how the cores took turns.
  await expect(slider).toHaveAttribute('aria-valuetext', /voted for/);
  const cursor = Number(await slider.inputValue());
  await expect(page.getByRole('tab', { name: /^Votes/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveTitle(/^<b>A vote<\/b>/);

  await page.keyboard.press('p');
  const presented = page.getByRole('main', { name: 'Presentation of the run' });
  await expect(presented.getByText('Look at the third trace.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(presented).toBeHidden();
  expect(Number(await slider.inputValue())).toBeLessThan(cursor);
  // Of the traces, the keys bring into sight the one whose vote it is.
  await page.keyboard.press('1');
  await page.keyboard.press('p');
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('ArrowRight');
    const [name = ''] = /^Trace \d+/.exec(await presented.getByText(/^Trace \d+ voted/).innerText()) ?? [];
    await expect(presented.getByRole('article', { name, exact: true })).toBeInViewport({ ratio: 0.95 });
  }
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 400, height: 300 });
  await page.goto(link.replace('#', '?embed=stage,timeline#'));
  await expect(page.getByRole('link', { name: 'Open in Second Thought' })).toBeInViewport();
  await expect(page.getByRole('group', { name: 'Vote histogram' }).first()).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
});

test('a picture is saved as SVG with the same words, and as PNG', async ({ page }) => {
  await atStep(new Playground(page));
  await page.getByRole('tab', { name: 'Picture' }).click();
  await expect(page.getByRole('img', { name: 'The picture as it will be saved' })).toBeVisible();
  const svg = (await saved(page, 'Save SVG')).toString('utf8');
  const labels = await inOtherPage(
    page,
    (text) => {
      const read = new DOMParser().parseFromString(text, 'image/svg+xml');
      return read.querySelector('parsererror') ? null : (read.documentElement.textContent ?? '');
    },
    svg,
  );
  expect(labels).toContain('seed');
  const shown = await page.locator('[id="panel-votes"] svg text').allTextContents();
  for (const text of shown) expect(labels).toContain(text);
  const png = await saved(page, 'Save PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(800);
});

test('a picture of a tree ends where the tree and its outline do on the page', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const playground = new Playground(page);
  await playground.open(await encodeExperiment(defaultExperiment('countdown', 'mcts')));
  await playground.run();
  await playground.ended();
  await page.getByRole('tab', { name: /^Tree/ }).click();
  const outline = page.getByRole('tree', { name: 'Search tree' });
  const lines = await outline.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(lines).toBeGreaterThan(100);
  const panel = await page.locator('[id="panel-tree"]').boundingBox();
  await page.locator('body').press('x');
  await page.getByRole('tab', { name: 'Picture' }).click();
  const svg = (await saved(page, 'Save SVG')).toString('utf8');
  const [width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.slice(1).map(Number) ?? [];
  // Its own margins, and the caption below.
  expect(width).toBeLessThanOrEqual(Math.ceil(panel?.width ?? 0) + 41);
  expect(height).toBeLessThanOrEqual(Math.ceil(panel?.height ?? 0) + 150);
});

test.describe('on a dark page', () => {
  test.use({ colorScheme: 'dark' });

  test('a picture of a tree is sharp, and has the colours that were chosen for it', async ({ page }) => {
    const playground = new Playground(page);
    await playground.open(await encodeExperiment(defaultExperiment('countdown', 'beam-search')));
    await playground.run();
    await playground.ended();
    await page.getByRole('tab', { name: /^Tree/ }).click();
    await page.locator('body').press('x');
    await page.getByRole('tab', { name: 'Picture' }).click();
    for (const theme of ['light', 'dark'] as const) {
      await page.getByRole('radio', { name: new RegExp(theme, 'i') }).check();
      const preview = page.getByRole('img', { name: 'The picture as it will be saved' });
      await expect(preview).toHaveAttribute('src', new RegExp(encodeURIComponent(grounds[theme])));
      const tree = await paintedIn(page, (await saved(page, 'Save SVG')).toString('utf8'));
      expect(tree.sharpness).toBeCloseTo(2, 1);
      expect(tree.colours).toContain(inks[theme]);
      expect(tree.colours).not.toContain(inks[theme === 'light' ? 'dark' : 'light']);
    }
  });
});

/** The page's own, by theme: `tokens.css`. */
const grounds = { light: '#f3f5f6', dark: '#0e1215' } as const;
const inks = { light: '#151a1e', dark: '#e8ecef' } as const;

/** The first painted part of a picture: how many of its pixels are one of the picture, and its colours where nothing shines through. */
function paintedIn(
  page: Page,
  svg: string,
): Promise<{ readonly sharpness: number; readonly colours: readonly string[] }> {
  return inOtherPage(
    page,
    async (text) => {
      const painted = new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('image')!;
      const image = new Image();
      image.src = painted.getAttribute('href')!;
      await image.decode();
      const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255)
          colours.add(
            `#${Array.from(data.slice(at, at + 3), (part) => part.toString(16).padStart(2, '0')).join('')}`,
          );
      return { sharpness: image.naturalWidth / Number(painted.getAttribute('width')), colours: [...colours] };
    },
    svg,
  );
}

/** Reads a text where no policy of ours holds, as whoever opens the file does. */
async function inOtherPage<Read>(
  page: Page,
  read: (text: string) => Read | Promise<Read>,
  text: string,
): Promise<Read> {
  const other = await page.context().newPage();
  try {
    return await other.evaluate(read as (text: string) => Read, text);
  } finally {
    await other.close();
  }
}
