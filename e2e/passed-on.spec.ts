import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

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
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  };
  const svg = (await save('Save SVG')).toString('utf8');
  const labels = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return read.querySelector('parsererror') ? null : (read.documentElement.textContent ?? '');
  }, svg);
  expect(labels).toContain('seed');
  const shown = await page.locator('[id="panel-votes"] svg text').allTextContents();
  for (const text of shown) expect(labels).toContain(text);
  const png = await save('Save PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(800);
});
