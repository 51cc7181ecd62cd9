import { expect, test } from '@playwright/test';
import { type ModelHost, startModelHost } from '#policy/webllm/testing/model-host.ts';
import { tinyModelFiles } from '#policy/webllm/testing/tiny-model.ts';
import { expectAccessible } from './support/accessible.ts';
import { linkTo, Models, watchRequests } from './support/models.ts';
import { Playground } from './support/playground.ts';

// In a browser with WebGPU, computed in software, and a model folder served by the test.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--enable-unsafe-webgpu'] }),
});

const tiny = 'tiny-q4f32_1-MLC';
let host: ModelHost;
test.beforeEach(async () => {
  host = await startModelHost(tinyModelFiles());
});
test.afterEach(() => host.close());

async function addTiny(models: Models): Promise<void> {
  await models.fillCustom({
    Name: tiny,
    'Address of the weights': host.address,
    'Address of the library': `${host.address}tiny-webgpu.wasm`,
    Context: '512',
  });
  await expect(models.row('tiny')).toBeVisible();
}

test('a model of one’s own: errors at the fields, then it is listed, and still is on the next visit', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const models = new Models(page);
  await models.openGpuPart();
  const field = (name: string) => models.dialog.getByRole('textbox', { name, exact: true });
  await models.fillCustom({
    Name: 'a b',
    'Address of the weights': 'http://elsewhere.test/',
    'Address of the library': 'nothing',
  });
  await expect(field('Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(field('Name')).toBeFocused();
  await expect(field('Name')).toHaveAccessibleDescription(/letters, digits/);
  await models.fillCustom({ Name: tiny });
  await expect(field('Address of the weights')).toHaveAccessibleDescription(/https/);
  await models.fillCustom({ 'Address of the weights': host.address });
  await expect(field('Address of the library')).toHaveAttribute('aria-invalid', 'true');
  const hash = field('Hash of mlc-chat-config.json');
  const fold = models.dialog.getByText('Integrity hashes');
  await fold.click();
  await hash.fill('nothing');
  await fold.click();
  await expect(hash).toBeHidden();
  await models.fillCustom({ 'Address of the library': `${host.address}tiny-webgpu.wasm` });
  await expect(hash).toBeFocused();
  await hash.fill('');
  await addTiny(models);
  expect(host.requests).toEqual([]);

  await playground.open();
  await models.openGpuPart();
  await expect(models.row('tiny')).toBeVisible();
  await models
    .row('tiny')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await models.row('tiny').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(models.row('tiny')).toHaveCount(0);
});

test('a download asks with the exact size, shows how far it is, stops, goes on, and is removed', async ({
  page,
}) => {
  await new Playground(page).open();
  const models = new Models(page);
  await models.openGpuPart();
  await addTiny(models);
  const row = models.row('tiny');
  host.misbehave('/params_shard_2.bin', {
    kind: 'hold',
    after: 50_000,
    release: new Promise(() => undefined),
  });

  await row.getByRole('button', { name: 'Download tiny' }).click();
  await expect(row).toContainText('Fetches 276 kB');
  await expect(row).toContainText('stays on this device until you remove it');
  expect(
    host.requests.filter((request) => request.includes('params_shard') && request.startsWith('GET')),
  ).toEqual([]);
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Download 276 kB' }).click();
  await expect(row).toContainText('Downloading');
  await expect(row).toContainText('of 276 kB');
  await row.getByRole('button', { name: /^Stop/ }).click();
  await expect(row).toContainText('the rest can still be fetched');

  await row.getByRole('button', { name: 'Go on downloading tiny' }).click();
  await expect(row).toContainText('the rest of 276 kB');
  const before = host.requests.length;
  await row.getByRole('button', { name: /^Download \d/ }).click();
  await expect(row).toContainText(/On this device, 27\d kB/);
  expect(host.requests.slice(before)).not.toContain('GET /params_shard_0.bin');

  await row.getByRole('button', { name: /^Remove/ }).click();
  await row.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row).toHaveCount(0);
});

test('a download that breaks off says so and can be tried again', async ({ page }) => {
  await new Playground(page).open();
  const models = new Models(page);
  await models.openGpuPart();
  await addTiny(models);
  const row = models.row('tiny');
  host.files.delete('/params_shard_3.bin');
  await row.getByRole('button', { name: 'Download tiny' }).click();
  await row.getByRole('button', { name: /^Download \d/ }).click();
  await expect(row.getByRole('alert')).toContainText('params_shard_3.bin');
  for (const [path, file] of tinyModelFiles()) host.files.set(path, file);
  await row.getByRole('button', { name: 'Try again' }).click();
  await expect(row).toContainText('On this device');
});

test('a link downloads nothing by itself; Run asks first', async ({ page }) => {
  const elsewhere = watchRequests(page);
  const playground = new Playground(page);
  await playground.open(await linkTo({ model: 'Qwen3-0.6B-q4f32_1-MLC' }));
  await expect(page.getByRole('main')).toContainText(/This link uses Qwen3 0\.6B: about \d+ MB to download/);
  await expectAccessible(page);
  expect(elsewhere).toEqual([]);
  await page.route(/^https:/, (route) => route.abort());
  await playground.runButton.click();
  const question = page.getByRole('dialog', { name: 'This model is not on this device' });
  await expect(question).toContainText('could not be fetched from huggingface.co');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(playground.runButton).toBeFocused();
});

test('Run downloads the chosen model once it was allowed to; what then goes wrong is said with something to do', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const models = new Models(page);
  await models.openGpuPart();
  await addTiny(models);
  await models.row('tiny').getByRole('button', { name: 'Use tiny' }).click();
  await playground.run();
  const question = page.getByRole('dialog', { name: 'This model is not on this device' });
  await question.getByRole('button', { name: /^Download .* then run$/ }).click();
  await expect(question).toBeHidden();
  // Its library has nothing in it.
  const failure = page.getByRole('main').getByRole('alert');
  await expect(failure).toContainText('could not start');
  await failure.getByRole('button', { name: 'Choose another model' }).click();
  await expect(models.dialog).toBeVisible();
});
