/**
 * Frames of the search tree while trees of several sizes are dragged and zoomed, in real Chromium: `npm run bench:trees`, or
 * `npx tsx bench/trees.bench.ts [folders of builds] [--only NAME] [--browser PATH]`. What is measured: `frames.bench.ts`, which
 * has the searches that grow beside their picture.
 */
import { defaultExperiment } from '#experiment/defaults.ts';
import { exportRun } from '#run/export.ts';
import { grownEvents } from '#views/search-tree/testing/grown-tree.ts';
import { framesHead, framesLine, framesWhile, isAsked, openPages, type OpenPage } from './page-frames.ts';

const countdown = defaultExperiment('countdown', 'mcts');
const { pages, close } = await openPages(4322);
console.log(framesHead);
for (const nodes of [650, 5000, 10_000])
  if (isAsked(`${nodes} nodes`)) for (const one of pages) await moved(one, nodes);
await close();
process.exit(0);

async function moved({ page, address, name }: OpenPage, nodes: number): Promise<void> {
  const events = grownEvents(nodes, { depth: 0.2, seed: 7 });
  const entries = events.map((event, at) => ({
    at,
    event: event.type === 'run-started' ? { ...event, experiment: countdown } : event,
  }));
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByLabel('Run file').setInputFiles({
    name: 'tree.json',
    mimeType: 'application/json',
    buffer: Buffer.from(exportRun(countdown, entries)),
  });
  await page.getByRole('tab', { name: /^Tree/ }).click();
  const picture = page.getByRole('group', { name: /^Picture of the search tree/ });
  const box = await picture.boundingBox();
  if (!box) throw new Error('The tree has no picture.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const called = pages.length > 1 ? `, ${name}` : '';
  const dragged = await framesWhile(page, async () => {
    await page.mouse.down();
    for (let step = 0; step < 60; step++)
      await page.mouse.move(x + 60 * Math.sin(step / 6), y + 40 * Math.cos(step / 5));
    await page.mouse.up();
  });
  console.log(framesLine(`${nodes} nodes, dragged${called}`, dragged));
  const zoomed = await framesWhile(page, async () => {
    for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step % 30 < 15 ? -60 : 60);
  });
  console.log(framesLine(`${nodes} nodes, zoomed${called}`, zoomed));
}
