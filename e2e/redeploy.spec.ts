import { expect } from '@playwright/test';
import { test } from './support/on-faulty-server.ts';

// What the page shows at first has come before the server changes.
test.beforeEach(({ playground }) => playground.page.waitForLoadState('networkidle'));

for (const missing of ['missing', 'page'] as const) {
  test.describe(`after a redeploy, where files of before are answered with ${missing === 'page' ? 'the page' : 'not found'}`, () => {
    test('a dialog that cannot be fetched says that a new version is out, and a reload keeps the run', async ({
      page,
      server,
      playground,
    }) => {
      await playground.setNumbers([3, 3, 8, 6]);
      await playground.run();
      await playground.ended();
      const shown = await playground.traces.first().innerText();
      const result = await playground.result.innerText();
      server.redeploy(missing);
      await page.keyboard.press('m');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('A new version of this page is out');
      await dialog.getByRole('button', { name: 'Reload the page' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await playground.page.getByRole('button', { name: 'To the end' }).click();
      expect(await playground.traces.first().innerText()).toBe(shown);
      expect(await playground.result.innerText()).toBe(result);
      await expect(page.getByText('recorded', { exact: true })).toHaveCount(0);
      await expect(page.getByRole('textbox', { name: 'Number 3' })).toHaveValue('8');
      // It is the new version, and it works.
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog').getByRole('tab', { name: 'Comes with the page' })).toBeVisible();
    });

    test('a first run says so', async ({ page, server, playground }) => {
      server.redeploy(missing);
      await playground.run();
      const alert = page.getByRole('alert').filter({ hasText: 'A new version of this page is out' });
      await alert.getByRole('button', { name: 'Reload the page' }).click();
      await expect(alert).toHaveCount(0);
      await playground.run();
      await playground.ended();
      await expect(playground.result).toContainText(/right|wrong/);
    });

    test('a search whose part is gone says so in its log, and a reload shows it again', async ({
      page,
      server,
      playground,
    }) => {
      await playground.run();
      await playground.ended();
      server.redeploy(missing);
      await playground.pickStrategy(/^Beam search/);
      await playground.run();
      await expect(playground.result).toContainText('A new version of this page is out');
      await page.getByRole('alert').getByRole('button', { name: 'Reload the page' }).first().click();
      await expect(page.getByRole('alert').filter({ hasText: 'A new version' })).toHaveCount(1); // that of the log
      await expect(playground.result).toContainText('A new version of this page is out');
      await playground.run();
      await playground.ended();
      await expect(playground.result).toContainText(/right|wrong/);
    });

    test('a list of problems says so, with a way to reload', async ({ server, playground: { page } }) => {
      server.redeploy(missing);
      await page.getByRole('button', { name: 'Surprise me' }).first().click();
      const notice = page.getByRole('alert').filter({ hasText: 'A new version of this page is out' });
      await notice.getByRole('button', { name: 'Reload the page' }).click();
      await expect(notice).toHaveCount(0);
      await page.getByRole('button', { name: 'Surprise me' }).first().click();
      await expect(page.getByRole('combobox', { name: 'Problem', exact: true })).toHaveValue('');
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
    });

    test('a file to import says so, with a way to reload', async ({ page, server }) => {
      server.fail(/recorded/, 'missing'); // what reads it would be here already
      await page.goto(server.address);
      server.redeploy(missing);
      await page
        .getByLabel('Run file')
        .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
      await expect(
        page
          .getByRole('alert')
          .filter({ hasText: 'A new version of this page is out' })
          .getByRole('button', { name: 'Reload the page' })
          .first(), // the setup says it too, where its own part had not come
      ).toBeVisible();
    });
  });
}

test('a server that is down is said, and a retry works once it is back', async ({
  page,
  server,
  playground,
}) => {
  await server.down();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Check the connection, then try again.');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toContainText('Check the connection, then try again.');
  await server.up();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('tab', { name: 'Comes with the page' })).toBeVisible();
  // The list of models is a part of the worker's.
  await page.keyboard.press('Escape');
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
});

test('a run while the server is down says so, and the next one works when it is back', async ({
  page,
  server,
  playground,
}) => {
  await server.down();
  await playground.run();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Check the connection, then try again.' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Surprise me' }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be fetched' }).last()).toBeVisible();
  await server.up();
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
});

test('the list of WebLLM models whose part did not come is looked up anew', async ({
  server,
  playground: { page },
}) => {
  server.fail(/webllm-models/, 'missing');
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: 'On your GPU' }).click();
  await expect(dialog).toContainText('could not be fetched');
  server.mend();
  await dialog.getByRole('button', { name: /again/ }).click();
  await expect(dialog).toContainText('Qwen3');
});

for (const [what, path] of [
  ['a part', /side-parts.*\.js/],
  ['the styles of a part', /beside.*\.css/],
] as const)
  test(`${what} that did not come once: back online it is asked for again, and works`, async ({
    page,
    server,
    playground,
  }) => {
    server.fail(path, 'missing');
    await page.reload();
    const missing = page.getByRole('alert').filter({ hasText: 'could not be fetched' }).first();
    await expect(missing).toBeVisible();
    server.mend();
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await expect(page.getByRole('alert').filter({ hasText: 'could not be fetched' })).toHaveCount(0);
    // Each has come, once: one that did not has no rules.
    const rules = await page.evaluate(() => [...document.styleSheets].map(({ cssRules }) => cssRules.length));
    expect(Math.min(...rules)).toBeGreaterThan(0);
    expect(await page.locator('link[href*="beside"]').count()).toBe(1);
    await playground.setNumbers([3, 3, 8, 6]);
    await playground.run();
    await playground.ended();
    await expect(playground.result).toContainText(/right|wrong/);
  });
