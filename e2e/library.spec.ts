import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { build, type InlineConfig, preview, type PreviewServer } from 'vite';
import { embeddedModels } from '../scripts/embedded-models.ts';
import { webllmModels } from '../scripts/webllm-models.ts';
import type { CustomModel, GpuModel } from '#worker/library.ts';
import { type ModelHost, startModelHost } from '#policy/webllm/testing/model-host.ts';
import { tinyModelFiles } from '#policy/webllm/testing/tiny-model.ts';

/**
 * The contract of our downloads with WebLLM: what the library keeps is where WebLLM looks, by WebLLM's own functions. No
 * WebGPU is needed. Should fail when WebLLM changes its caches.
 */
test.describe.configure({ mode: 'serial' });

let folder: string;
let site: PreviewServer;
let host: ModelHost;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-thought-'));
  const config = {
    root: join(import.meta.dirname, 'fixtures/library'),
    configFile: false,
    logLevel: 'error',
    plugins: [embeddedModels(), webllmModels()],
    worker: { format: 'es', plugins: () => [embeddedModels(), webllmModels()] },
  } satisfies InlineConfig;
  const outDir = join(folder, 'site');
  await build({ ...config, base: './', build: { outDir, minify: false, target: 'chrome120' } });
  site = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
});
test.afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});
test.beforeEach(async ({ page }) => {
  host = await startModelHost(tinyModelFiles());
  await page.goto(site.resolvedUrls!.local[0]!);
  await page.waitForFunction(() => 'contract' in window);
});
test.afterEach(() => host.close());

/** Adds the model to the library, in a folder of an ordinary server. */
async function addTiny(page: Page): Promise<GpuModel> {
  const custom: CustomModel = {
    id: 'tiny-q4f32_1-MLC',
    weights: host.address,
    library: `${host.address}tiny-webgpu.wasm`,
    context: 512,
  };
  return page.evaluate(async (custom) => {
    await window.contract.library.setCustom([custom]);
    const { models } = await window.contract.library.report();
    return models.find(({ model }) => model.id === custom.id)!.model;
  }, custom);
}

const download = (page: Page, { id }: GpuModel) =>
  page.evaluate(
    (id) => window.contract.library.download(id, () => undefined, new AbortController().signal),
    id,
  );
const hasModel = (page: Page, model: GpuModel) =>
  page.evaluate((model) => window.contract.hasModel(model), model);
const stored = (page: Page, { id }: GpuModel) =>
  page.evaluate(
    async (id) =>
      (await window.contract.library.report()).models.find(({ model }) => model.id === id)!.stored,
    id,
  );

test('WebLLM finds what we download, loads it without the network, and misses what we remove', async ({
  page,
}) => {
  const model = await addTiny(page);
  expect(await hasModel(page, model)).toEqual({ current: false, older: false });
  await download(page, model);
  expect(await hasModel(page, model)).toEqual({ current: true, older: true });
  expect(await stored(page, model)).toMatchObject({ kind: 'all' });

  // Both come as far as the library, which has nothing in it, and fetch neither it nor the model's config.
  host.requests.length = 0;
  const outcomes = await page.evaluate((model) => window.contract.load(model), model);
  for (const outcome of outcomes) expect(outcome).not.toMatch(/loaded|fetch/i);
  expect(host.requests).toEqual([]);

  await page.evaluate((id) => window.contract.library.remove(id), model.id);
  expect(await hasModel(page, model)).toEqual({ current: false, older: false });
  expect(await page.evaluate(() => window.contract.kept())).toEqual([]);
});

test('we find what is left when WebLLM removes a model: only what it never asks for', async ({ page }) => {
  const model = await addTiny(page);
  await download(page, model);
  await page.evaluate((model) => window.contract.removeByWebllm(model), model);
  const names = (await page.evaluate(() => window.contract.kept())).map((key) => key.split('/').at(-1));
  expect(new Set(names)).toEqual(
    new Set(['ndarray-cache.json', 'tensor-cache.json', 'tokenizer_config.json']),
  );
  expect(await stored(page, model)).toMatchObject({ kind: 'part' });
});

test('a download that was stopped goes on after a reload', async ({ page }) => {
  const model = await addTiny(page);
  host.misbehave('/params_shard_4.bin', { kind: 'hold', after: 100, release: new Promise(() => undefined) });
  const isKept = (name: string) =>
    page.evaluate(async (name) => (await window.contract.kept()).some((key) => key.endsWith(name)), name);
  await page.evaluate(
    (id) => void window.contract.library.download(id, () => undefined, new AbortController().signal),
    model.id,
  );
  await expect.poll(() => isKept('params_shard_3.bin')).toBe(true);
  await page.reload();
  await page.waitForFunction(() => 'contract' in window);
  await addTiny(page);
  expect(await stored(page, model)).toMatchObject({ kind: 'part' });
  expect(await hasModel(page, model)).toEqual({ current: false, older: false });
  host.requests.length = 0;
  await download(page, model);
  expect(host.requests.filter((request) => request === 'GET /params_shard_3.bin')).toEqual([]);
  expect(await hasModel(page, model)).toEqual({ current: true, older: true });
});

test('the machine is read in the worker', async ({ page }) => {
  const { machine, models } = await page.evaluate(() => window.contract.library.report());
  expect(['no-webgpu', 'no-adapter', 'adapter']).toContain(machine.gpu.kind);
  expect(machine.storage!.quotaBytes).toBeGreaterThan(0);
  expect(models.length).toBeGreaterThan(40);
});
