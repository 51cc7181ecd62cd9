import { expect, type Page, type Worker } from '@playwright/test';
import type { Fault } from './support/faulty-server.ts';
import { test } from './support/on-faulty-server.ts';
import type { Playground } from './support/playground.ts';

async function runsWell(playground: Playground): Promise<void> {
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
}

const requests: readonly {
  readonly what: string;
  readonly path: RegExp;
  readonly needs?: (playground: Playground) => Promise<void>;
}[] = [
  { what: 'the run worker', path: /run\.worker/ },
  { what: 'the kernel', path: /kernel.*wasm/ },
  { what: 'a manifest', path: /countdown\/manifest\.json/ },
  { what: 'weights', path: /countdown\/weights\.bin/ },
  { what: 'the searches', path: /searches/, needs: (playground) => playground.pickStrategy(/^Beam search/) },
  {
    what: 'a verifier’s weights',
    path: /countdown-prm\/weights\.bin/,
    needs: async (playground) => {
      await playground.pickStrategy(/^Best of N/);
      await playground.page.getByRole('combobox', { name: 'Verifier model' }).selectOption('countdown-prm');
    },
  },
];

const runWorker = (page: Page): Worker =>
  page.workers().find((worker) => worker.url().includes('run.worker'))!;
const copy = (page: Page): Worker => page.workers().find((worker) => worker.url().includes('model.worker'))!;
const parts = [
  ['the run worker', runWorker],
  ['a copy of the model', copy],
] as const;

const deaths: readonly { readonly how: string; readonly kill: () => void; readonly silent: boolean }[] = [
  {
    how: 'throws',
    kill: () =>
      void setTimeout(() => {
        throw new Error('thrown by the test');
      }),
    silent: false,
  },
  {
    how: 'is stuck',
    kill: () =>
      void setTimeout(() => {
        for (;;);
      }),
    silent: true,
  },
  { how: 'ends without a word', kill: () => void setTimeout(() => close()), silent: true },
];

function diesInWords(part: string, find: (page: Page) => Worker, how: string, kill: () => void): void {
  test(`${part} that ${how} ends the run in words, the log is kept, and the next run works`, async ({
    page,
    playground,
  }) => {
    await playground.startLongRun();
    await find(page).evaluate(kill);
    await expect(playground.result).toContainText(/stopped|does not answer any more/, { timeout: 40_000 });
    await expect(playground.traces.first()).toContainText('=');
    await playground.setKnob('Samples', '2');
    await runsWell(playground);
  });
}

for (const { what, path, needs } of requests) {
  test(`${what} that cannot be fetched is said in words, and the next run works`, async ({
    page,
    server,
    playground,
  }) => {
    await needs?.(playground);
    for (const fault of ['missing', 'page', 'cut'] satisfies Fault[]) {
      server.fail(path, fault);
      await playground.run();
      await expect(page.getByRole('alert').filter({ hasText: 'could not be fetched' })).toBeVisible();
      await expect(playground.runButton).toBeEnabled();
      server.mend();
      await runsWell(playground);
      // What is open already is not fetched again.
      await page.reload();
      await expect(playground.runButton).toBeEnabled();
    }
  });

  test(`a run that waits for ${what} can be cancelled, and the next run works`, async ({
    page,
    server,
    playground,
  }) => {
    await needs?.(playground);
    server.fail(path, 'never');
    const asked = server.asked(path);
    await playground.run();
    await asked;
    await page.keyboard.press('s');
    await expect(playground.runButton).toBeEnabled({ timeout: 5000 });
    server.mend();
    await runsWell(playground);
  });
}

// Twenty looks without a word, and ten of a worker.
test.describe('silence', () => {
  test.use({ hurried: true });

  for (const { what, path, needs } of requests) {
    test(`ends a run by itself where ${what} never comes, and the next run works`, async ({
      page,
      server,
      playground,
    }) => {
      await needs?.(playground);
      server.fail(path, 'never');
      await playground.run();
      await expect(page.getByRole('alert').filter({ hasText: 'could not be fetched' })).toBeVisible({
        timeout: 45_000,
      });
      server.mend();
      await runsWell(playground);
    });
  }

  test('of a copy’s script does no harm', async ({ server, playground }) => {
    server.fail(/model\.worker/, 'never');
    await runsWell(playground);
  });

  for (const [part, find] of parts) {
    for (const { how, kill } of deaths.filter(({ silent }) => silent)) diesInWords(part, find, how, kill);
  }
});

for (const fault of ['missing', 'page', 'cut'] satisfies Fault[]) {
  test(`copies whose script is ${fault} are done without`, async ({ server, playground }) => {
    server.fail(/model\.worker/, fault);
    await runsWell(playground);
  });
}

for (const [part, find] of parts) {
  for (const { how, kill } of deaths.filter(({ silent }) => !silent)) diesInWords(part, find, how, kill);
}

for (const [part, find] of parts) {
  test(`a run can be cancelled while ${part} is stuck, and the next run works`, async ({
    page,
    playground,
  }) => {
    await playground.startLongRun();
    await find(page).evaluate(
      () =>
        void setTimeout(() => {
          for (;;);
        }),
    );
    await page.keyboard.press('s');
    await expect(playground.result).toContainText('Cancelled', { timeout: 5000 });
    await expect(playground.traces.first()).toContainText('=');
    await playground.setKnob('Samples', '2');
    await runsWell(playground);
  });

  test(`${part} that throws between two runs is opened anew`, async ({ page, playground }) => {
    await runsWell(playground);
    const broken = find(page);
    await broken.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('thrown by the test');
        }),
    );
    await expect.poll(() => page.workers().includes(broken)).toBe(false);
    await runsWell(playground);
  });
}

test('a run worker that computes for long is left alone', async ({ page, playground }) => {
  await playground.startLongRun();
  await runWorker(page).evaluate(() => {
    setTimeout(() => {
      const until = Date.now() + 6000;
      while (Date.now() < until);
    });
  });
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
});
