import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { header } from '#words/en/header.ts';
import { models as modelWords } from '#words/en/models.ts';
import { serverList } from '#words/en/server-list.ts';
import { expectAccessible } from './support/accessible.ts';
import { linkTo, Models } from './support/models.ts';
import { Playground } from './support/playground.ts';
import { saved } from './support/saved.ts';

// Models on a server: the command line's own, over HTTP.

let server: ChildProcess;
let address = '';

test.beforeAll(async () => {
  server = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'serve', '--port', '0', '--model', 'countdown'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (!server.stdout) throw new Error('no output');
  for await (const line of createInterface(server.stdout)) {
    address = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(line)?.[0] ?? '';
    if (address !== '') break;
  }
});

test.afterAll(async () => {
  server.kill('SIGINT');
  if (server.exitCode === null) await once(server, 'exit');
});

/** Where nothing listens. */
async function deadAddress(): Promise<string> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const place = taken.address();
  taken.close();
  return typeof place === 'object' && place !== null ? `http://127.0.0.1:${place.port}/v1` : '';
}

/** All that the browser keeps of the page, as text. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stores = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '' }) => {
        const open = indexedDB.open(name);
        await new Promise((resolve) => open.addEventListener('success', resolve));
        return Promise.all(
          [...open.result.objectStoreNames].map(async (store) => {
            const all = open.result.transaction(store).objectStore(store).getAll();
            await new Promise((resolve) => all.addEventListener('success', resolve));
            return JSON.stringify(all.result);
          }),
        );
      }),
    );
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, stores]);
  });

test('a server is added by its address, looked at, and votes; its key is written nowhere', async ({
  page,
}) => {
  const key = 'sk-very-secret-4711';
  const playground = new Playground(page);
  await playground.open();
  const models = new Models(page);
  await models.open();
  const { dialog } = models;
  await dialog.getByRole('tab', { name: modelWords.where.remote }).click();
  const typed = dialog.getByRole('combobox', { name: serverList.address });
  const add = dialog.getByRole('button', { name: serverList.add, exact: true });

  const dead = await deadAddress();
  await typed.fill(dead);
  await add.click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'does not answer' })).toContainText(
    'Check that it runs',
  );
  await expect(typed).toHaveValue(dead);

  await typed.fill(address.replace(/^http:\/\//, ''));
  await dialog.getByLabel(serverList.key).fill(key);
  await add.click();
  const { host } = new URL(address);
  const added = dialog.getByRole('region', { name: host });
  await expect(added).toContainText(serverList.models(1));
  await added.getByRole('button', { name: serverList.probe }).click();
  await expect(added.getByRole('row', { name: serverList.can.goesOn })).toContainText(serverList.yes);
  await expectAccessible(page);
  await added.getByRole('button', { name: 'Use countdown' }).click();
  await expect(dialog).toBeHidden();

  await playground.pickStrategy(/^Self-consistency/);
  await playground.setKnob('Samples', '4');
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
  await expect(playground.result).toContainText('4 votes');
  await expect(page.getByRole('main')).toContainText(new RegExp(`Sent to ${host}: \\d+ requests?`));

  await page.getByRole('button', { name: 'More' }).click();
  const bytes = await saved(page, 'Export run');
  const file = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  expect(file).toContain(host);
  expect(file).not.toContain(key);
  expect(page.url()).not.toContain(key);
  const kept = await keptBy(page);
  expect(kept).toContain(host);
  expect(kept).not.toContain(key);
});

test('a link asks a server nothing before a person agrees; then it runs, and the next visit knows the server', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(address)) sent.push(request.url());
  });
  const playground = new Playground(page);
  await playground.open(await linkTo({ model: `${address}#countdown` }));
  const main = page.getByRole('main');
  await expect(main).toContainText(address);
  await expect(main).toContainText(serverList.wanted.nothingSent);
  await expect(playground.runButton).toBeDisabled();
  expect(sent).toEqual([]);
  await main.getByRole('button', { name: serverList.wanted.agreeAndRun }).click();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
  await page.goto('about:blank');
  await playground.open(await linkTo({ model: `${address}#countdown`, seed: 5 }));
  await expect(main.getByRole('button', { name: serverList.wanted.run })).toBeEnabled();
  await expect(page.getByRole('button', { name: header.run, exact: true })).toBeEnabled();
});
