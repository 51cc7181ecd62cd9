import { expect, test } from '@playwright/test';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { expectAccessible } from './support/accessible.ts';
import { Playground } from './support/playground.ts';

/** Two models in one experiment: one judges what the other writes; or both are asked the same. */

const judged = () =>
  encodeExperiment({
    ...defaultExperiment('arithmetic', 'best-of-n'),
    model: 'arithmetic-sft',
    strategy: { ...defaultStrategy('best-of-n'), verifier: { kind: 'process', model: 'arithmetic-prm' } },
  });

test('a model named as verifier is fetched when it is first asked, and scores the other one’s traces', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) =>
    fetched.push(...(/models\/([^/]+)\/weights\.bin/.exec(request.url())?.slice(1) ?? [])),
  );
  const playground = new Playground(page);
  await playground.open(await judged());
  const judge = page.getByRole('combobox', { name: 'Verifier model' });
  await expect(judge).toHaveValue('arithmetic-prm');
  await expect(judge.locator('option', { hasText: 'own head' })).toBeEnabled();
  expect(fetched).toEqual([]);
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(/highest score/);
  expect(fetched.toSorted()).toEqual(['arithmetic-prm', 'arithmetic-sft']);
  await expect(page.getByText(/SFT, judged by Arithmetic PRM 0\.8M/)).toBeVisible();
  await page.getByText('About this model').click();
  await expect(page.getByText(/^Arithmetic PRM 0\.8M, weights [0-9a-f]{12}…$/)).toBeVisible();
  const scored = await playground.result.innerText();

  await page.getByRole('button', { name: 'Reset Verifier model to The model’s own head' }).click();
  await expect(judge).toHaveValue('');
  await playground.run();
  await playground.ended();
  await expect(playground.result).not.toHaveText(scored);
  await expect(page.getByText(/judged by/)).toHaveCount(0);
});

test('rStar’s second samplings can be another model’s, which the steps, the result and the link name', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) =>
    fetched.push(...(/models\/([^/]+)\/weights\.bin/.exec(request.url())?.slice(1) ?? [])),
  );
  const playground = new Playground(page);
  await playground.open(
    await encodeExperiment({
      ...defaultExperiment('arithmetic', 'rstar'),
      problem: {
        family: 'arithmetic',
        terms: [
          { sign: '+', left: 47, right: 6 },
          { sign: '-', left: 38, right: 7 },
          { sign: '+', left: 89, right: 8 },
        ],
      },
      model: 'arithmetic-sft',
      strategy: { ...defaultStrategy('rstar'), rollouts: 4, lastVotes: 4 },
    }),
  );
  const second = page.getByRole('combobox', { name: 'Second samplings by' });
  await expect(second).toHaveValue('');
  await expect(second.locator('option', { hasText: 'PRM' })).toHaveCount(0);
  await second.selectOption('arithmetic-r1');
  await expect(page).toHaveURL(/#v4\./);
  await playground.run();
  await playground.ended();
  await expect(playground.result).toContainText(
    /found \d+ times?, (always confirmed|\d+ of them confirmed, of \d+ confirmed in all)/,
  );
  expect(fetched.toSorted()).toEqual(['arithmetic-r1', 'arithmetic-sft']);
  await expect(page.getByText(/SFT, judged by Arithmetic 0\.8M, R1-style/)).toBeVisible();
  await page.getByText('About this model').click();
  await expect(page.getByText(/^Arithmetic 0\.8M, R1-style, weights [0-9a-f]{12}…$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Reset Second samplings by to The model itself' }).click();
  await expect(second).toHaveValue('');
});

test('a judge that cannot be fetched stops the run before it starts, in words', async ({ page }) => {
  await page.route('**/models/arithmetic-prm/**', (route) => route.abort());
  const playground = new Playground(page);
  await playground.open(await judged());
  await playground.run();
  await expect(page.getByRole('alert').filter({ hasText: 'The run could not start' })).toContainText(
    'A file of the model could not be fetched',
  );
});

test('models are compared: the small one with search beside the large one without, and what each has cost', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open(
    await encodeExperiment(
      {
        ...defaultExperiment('countdown', 'best-of-n'),
        model: 'countdown-small',
        strategy: { ...defaultStrategy('best-of-n'), samples: 14 },
      },
      {
        arms: [
          { kind: 'best-of-n' },
          { kind: 'chain-of-thought', model: 'countdown-large' },
          { kind: 'direct' },
        ],
        tokens: 2000,
      },
    ),
  );
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  const results = page.getByRole('region', { name: 'Results' });
  await expect(page.getByRole('combobox', { name: 'Model 1' })).toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'Model 2' })).toHaveValue('countdown-large');
  await expect(
    page.getByRole('combobox', { name: 'Strategy 2' }).locator('option', { hasText: 'Few-shot' }),
  ).toBeDisabled();
  // By the keys a side's choices come before what takes it out.
  await page.getByRole('combobox', { name: 'Strategy 3' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Model 3' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Take out strategy 3' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const small = panel.getByRole('region', { name: 'A: Best of N, Countdown 0.3M' });
  const large = panel.getByRole('region', { name: 'B: Chain of thought, Countdown 4M' });
  await expect(results.getByRole('columnheader', { name: 'tokens × parameters' })).toBeVisible();
  for (const side of [small, large]) {
    await expect(side.getByRole('button', { name: 'Open this run large' })).toBeEnabled();
  }
  await expect(results.getByRole('row')).toHaveCount(3);
  for (const row of (await results.getByRole('row').all()).slice(1)) {
    await expect(row).toContainText(/right|wrong/);
    await expect(row).toContainText(/[\d.,]+ (million|billion)/);
  }
  await expectAccessible(page);
  await large.getByRole('button', { name: 'Open this run large' }).click();
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveValue('countdown-large');
  await page.getByRole('tab', { name: 'Compare' }).click();
  // The setup that the comparison was made with is back.
  await page.getByRole('button', { name: 'Choose' }).click();
  await expect(page.getByRole('combobox', { name: 'Model 1' })).toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'Model', exact: true })).toHaveValue('countdown-small');
  await page.getByRole('combobox', { name: 'Model 1' }).selectOption('countdown-early');
  await page.getByRole('combobox', { name: 'Model 2' }).selectOption('');
  await expect(page).toHaveURL(/#v2\./);
});
