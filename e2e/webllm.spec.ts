import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FolderServer, serveFolder } from '../bench/webllm/serve-folder.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { linkTo, Models } from './support/models.ts';
import { Playground } from './support/playground.ts';

/**
 * Real WebLLM on real WebGPU, through the page as a person uses it. Any model will do, one with random weights too: what
 * is looked at is that all parts work together, not what the model says. bench/README.md tells how to get a model folder.
 */
const folder = process.env.SECOND_THOUGHT_MODEL ?? '';
const browser = process.env.SECOND_THOUGHT_BROWSER;
const browserFlags = (process.env.SECOND_THOUGHT_BROWSER_FLAGS ?? '')
  .split(' ')
  .filter((flag) => flag !== '');

/** A token takes seconds where the processor stands in for a graphics processor. */
const patience = Number(process.env.SECOND_THOUGHT_PATIENCE ?? 10) * 60_000;

/** As the list shows it. */
const name = 'disk';

test.describe.configure({ mode: 'serial', timeout: 6 * patience });
test.skip(
  folder === '',
  'Needs a model folder with its library: SECOND_THOUGHT_MODEL=FOLDER npm run e2e -- webllm',
);
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      ...(browser ? { executablePath: browser } : {}),
      args: [
        ...(launchOptions.args ?? []),
        '--enable-unsafe-webgpu',
        '--disable-gpu-watchdog',
        ...browserFlags,
      ],
    }),
});

let server: FolderServer;
test.beforeAll(async () => {
  if (folder !== '') server = await serveFolder(folder);
});
test.afterAll(() => server?.close());

test('a model folder, from its download to a lost graphics processor', async ({ page, browser }) => {
  const playground = new Playground(page);
  const models = new Models(page);
  await playground.open(await linkTo(small));

  await test.step('is added, downloaded, stopped, gone on with', async () => {
    await models.openGpuPart();
    const library = readdirSync(folder).find((file) => file.endsWith('.wasm'))!;
    const { quantization } = JSON.parse(readFileSync(path.join(folder, 'mlc-chat-config.json'), 'utf8')) as {
      quantization: string;
    };
    await models.fillCustom({
      Name: `${name}-${quantization}`,
      'Address of the weights': server.url,
      'Address of the library': server.url + library,
      Context: '1024',
    });
    const row = models.row(name);
    await row.getByRole('button', { name: `Download ${name}` }).click();
    await expect(row).toContainText('Fetches');
    const release = server.hold(/params_shard_[1-9]/);
    await row.getByRole('button', { name: /^Download \d/ }).click();
    await expect(row.getByRole('progressbar')).toBeVisible();
    await expect(row).toContainText(/[1-9]\d* MB of/);
    await row.getByRole('button', { name: /^Stop/ }).click();
    release();
    await row.getByRole('button', { name: `Go on downloading ${name}` }).click();
    await expect(row).toContainText('the rest of');
    await row.getByRole('button', { name: /^Download \d/ }).click();
    await expect(row).toContainText('On this device', { timeout: patience });
    await row.getByRole('button', { name: `Use ${name}` }).click();
  });

  await test.step('thinks one chain of thought', async () => {
    await limitTokens(playground, 6);
    await playground.run();
    await ended(playground);
    await expect(playground.traces).toHaveCount(1);
    expect(await tokens(playground)).toBeGreaterThan(0);
    await page.getByText('About this model').click();
    await expect(page.getByText(/many texts at once|one text after another/)).toBeVisible();
  });

  await test.step('votes', async () => {
    await playground.pickStrategy(/^Self-consistency/);
    await playground.setKnob('Samples', '3');
    await limitTokens(playground, 6);
    await playground.run();
    await ended(playground);
    const traces = await playground.settledTraces(3);
    expect(new Set(traces).size).toBeGreaterThan(1);
  });

  await test.step('is made to think longer', async () => {
    await playground.pickStrategy(/^Budget forcing/);
    await playground.setKnob('Waits', '1');
    await playground.setKnob('Thinking tokens', '12');
    await limitTokens(playground, 6);
    await playground.run();
    await ended(playground);
    await page.getByRole('tab', { name: /^Thoughts/ }).click();
    await expect(playground.traces.first()).toContainText('Wait');
  });

  await test.step('is searched with a beam', async () => {
    await playground.pickStrategy(/^Beam search/);
    await playground.setKnob('Width', '2');
    await playground.setKnob('Expansion', '2');
    await playground.setKnob('Steps at most', '2');
    await limitTokens(playground, 6);
    await playground.run();
    await ended(playground);
    await page.getByRole('button', { name: 'Outline' }).click();
    expect(await page.getByRole('treeitem').count()).toBeGreaterThan(2);
  });

  await test.step('is stopped in the middle', async () => {
    await startLongRun(playground);
    await page.keyboard.press('s');
    await expect(playground.result).toContainText('Cancelled', { timeout: patience });
    expect(await tokens(playground)).toBeGreaterThan(0);
  });

  await test.step('loses its graphics processor, is loaded again and goes on', async () => {
    await startLongRun(playground);
    // The browser's own way to lose all devices at once; it answers nothing, since what would answer is gone.
    const session = await browser.newBrowserCDPSession();
    void session.send('Browser.crashGpuProcess').catch(() => undefined);
    await expect(playground.result).toContainText('graphics processor was lost', { timeout: patience });
    const before = await tokens(playground);
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Run on from here' }).click();
    await expect(
      page.getByText(/^Goes on from an interrupted run: [\d,]+ of [\d,]+ tokens recalled/),
    ).toBeVisible({ timeout: patience });
    await ended(playground);
    expect(await tokens(playground)).toBeGreaterThan(before);
  });
});

/** A short question. */
const small: Partial<Experiment> = {
  model: 'arithmetic',
  problem: { family: 'arithmetic', terms: [{ sign: '+', left: 42, right: 5 }] },
};

/** A few tokens show everything. Each strategy brings a limit of its own. */
async function limitTokens(playground: Playground, limit: number): Promise<void> {
  await playground.setKnob('Token limit', String(limit));
}

/** Waits for the run to end well. */
async function ended(playground: Playground): Promise<void> {
  await expect(playground.page.getByRole('button', { name: 'Run again', exact: true })).toBeVisible({
    timeout: patience,
  });
  await expect(playground.result).not.toContainText(/Failed|Cancelled/);
  await playground.ended();
}

/** Starts four traces that are far from their end, and waits for the first words. */
async function startLongRun(playground: Playground): Promise<void> {
  await playground.pickStrategy(/^Self-consistency/);
  await playground.setKnob('Samples', '4');
  await limitTokens(playground, 24);
  await playground.run();
  await expect(playground.result).toContainText(/Thinking|In the lead/, { timeout: patience });
  await expect.poll(() => tokens(playground), { timeout: patience }).toBeGreaterThan(0);
}

/** Tokens of the run, the first number of the result bar. */
async function tokens({ result }: Playground): Promise<number> {
  return Number((await result.getByRole('definition').first().innerText()).replaceAll(/\D/g, ''));
}
