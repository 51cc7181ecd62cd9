import type { Locator } from '@playwright/test';

/** A finger comes down at a share of the width of something, moves by that many pixels and goes up: as the browser has it from a screen. */
export async function dragByFinger(
  target: Locator,
  { from, by }: { readonly from: number; readonly by: { readonly x: number; readonly y: number } },
): Promise<void> {
  const page = target.page();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to touch.');
  const start = { x: box.x + box.width * from, y: box.y + box.height / 2 };
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number | null) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: share === null ? [] : [{ x: start.x + by.x * share, y: start.y + by.y * share }],
    });
  await touch('touchStart', 0);
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await touch('touchMove', share);
  await touch('touchEnd', null);
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await browser.detach();
}
