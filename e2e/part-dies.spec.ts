import { expect, type Page, type Worker } from '@playwright/test';
import type { Fault } from './support/faulty-server.ts';
import { throws } from './support/deaths.ts';
import { runWorker } from './support/held-run.ts';
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

const copy = (page: Page): Worker => page.workers().find((worker) => worker.url().includes('model.worker'))!;
const parts = [
  ['the run worker', runWorker],
  ['a copy of the model', copy],
] as const;

const isStuck = (): void =>
  void setTimeout(() => {
    for (;;);
  });
const endsInSilence = (): void => void setTimeout(() => close());

/** A worker dies in the middle of a run: it is said, what was thought stays, and the next run works. */
async function diesInWords(
  playground: Playground,
  find: (page: Page) => Worker,
  death: () => void,
): Promise<void> {
  const letGo = await playground.startHeldRun();
  await find(playground.page).evaluate(death);
  // A worker that has died does not hear it.
  void letGo().catch(() => undefined);
  await expect(playground.result).toContainText(/stopped|does not answer any more/);
  await expect(playground.traces.first()).toContainText('=');
  await playground.setKnob('Samples', '2');
  await runsWell(playground);
}

// Twenty looks without a word, and ten of a worker.
test.describe('silence', () => {
  test.use({ hurried: true });

  for (const { what, path, needs } of requests) {
    test(`${what} that does not come is said in words, can be waited for no longer, and the next run works`, async ({
      page,
      server,
      playground,
    }) => {
      const said = page.getByRole('alert').filter({ hasText: 'could not be fetched' });
      await needs?.(playground);
      for (const fault of ['missing', 'page', 'cut', 'never'] satisfies Fault[]) {
        server.fail(path, fault);
        const asked = server.asked(path);
        await playground.run();
        await asked; // by then nothing is said of the run before
        await expect(said).toBeVisible();
        await expect(playground.runButton).toBeEnabled();
        server.mend();
      }
      server.fail(path, 'never');
      const asked = server.asked(path);
      await playground.run();
      await asked;
      await page.keyboard.press('s');
      await expect(playground.runButton).toBeEnabled();
      await expect(said).toHaveCount(0); // it was stopped, and not given up
      server.mend();
      await runsWell(playground);
    });
  }

  test('copies whose script does not come are done without', async ({ page, server, playground }) => {
    for (const fault of ['never', 'missing', 'page', 'cut'] satisfies Fault[]) {
      server.fail(/model\.worker/, fault);
      await runsWell(playground);
      // What is open already is not fetched again.
      await page.reload();
      await expect(playground.runButton).toBeEnabled();
    }
  });

  for (const [part, find] of parts) {
    for (const [how, death] of [
      ['is stuck', isStuck],
      ['ends without a word', endsInSilence],
    ] as const)
      test(`${part} that ${how} ends the run in words, and the next run works`, async ({ playground }) => {
        await diesInWords(playground, find, death);
      });
  }
});

for (const [part, find] of parts) {
  test(`${part} that throws ends the run in words, and is opened anew if it throws between two runs`, async ({
    page,
    playground,
  }) => {
    await diesInWords(playground, find, throws);
    const broken = find(page);
    await broken.evaluate(throws);
    await expect.poll(() => page.workers().includes(broken)).toBe(false);
    await runsWell(playground);
  });

  test(`a run can be cancelled while ${part} is stuck, and the next run works`, async ({
    page,
    playground,
  }) => {
    const letGo = await playground.startHeldRun();
    await find(page).evaluate(isStuck);
    void letGo().catch(() => undefined);
    await page.keyboard.press('s');
    await expect(playground.result).toContainText('Cancelled');
    await expect(playground.traces.first()).toContainText('=');
    await playground.setKnob('Samples', '2');
    await runsWell(playground);
  });
}

test('a run worker that computes for long is left alone', async ({ page, playground }) => {
  const letGo = await playground.startHeldRun();
  await runWorker(page).evaluate(() => {
    setTimeout(() => {
      const until = Date.now() + 6000;
      while (Date.now() < until);
    });
  });
  await letGo();
  await playground.ended();
  await expect(playground.result).toContainText(/right|wrong/);
});
