import { expect, type Page, test } from '@playwright/test';
import { areaFragment } from '#app/store/areas.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { keysOf } from '#experiment/keys-of.ts';
import { presetExperiments as presets, type PresetId } from '#experiment/presets.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { compare } from '#words/en/compare.ts';
import { header } from '#words/en/header.ts';
import { search as searchWords } from '#words/en/search.ts';
import { stage } from '#words/en/stage.ts';
import { thoughts } from '#words/en/thoughts.ts';
import { Playground } from '../../e2e/support/playground.ts';

// Every state of the page at four widths in both themes, to be looked at: `npm run states`. Nothing is asserted of them.

const sizes = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Pictures `NAME.WIDTH.THEME.png` in `test-results/states/`. */
async function look(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // What is laid out by script follows a resize some frames later, and no event tells when that was the last one.
      await page.waitForTimeout(400);
      await page.screenshot({ path: `test-results/states/${name}.${size.width}.${colorScheme}.png` });
    }
  }
}

const state = (name: string, reach: (page: Page) => Promise<unknown>) =>
  test(name, async ({ page }) => {
    await reach(page);
    await look(page, name);
  });

const open = async (page: Page, experiment: Experiment) =>
  page.goto(`./${await encodeExperiment(experiment)}`);
const pressRun = (page: Page) => page.getByRole('button', { name: header.run, exact: true }).click();
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
/** A key of the page itself, not of what has the focus. */
async function key(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  for (const one of keys) await page.keyboard.press(one);
}

async function ran(page: Page, experiment: Experiment): Promise<void> {
  await open(page, experiment);
  await pressRun(page);
  await expect(page.getByRole('button', { name: header.runAgain, exact: true })).toBeVisible({
    timeout: 90_000,
  });
}

/** A run that stands still in its middle. */
async function heldRun(page: Page) {
  const playground = new Playground(page);
  await playground.open();
  return { playground, letGo: await playground.startHeldRun() };
}

const { 'game-of-24': chain, 'vote-of-8': vote, 'tree-search': search } = presets;

state('first-visit', async (page) => {
  await page.goto('./');
  await expect(page.getByText(stage.recorded, { exact: true })).toBeVisible();
});
state('ready', (page) => open(page, chain));
state('loading', async (page) => {
  await page.route('**/models/countdown-large/weights.bin', () => undefined);
  await open(page, { ...chain, model: 'countdown-large' });
  await pressRun(page);
  await page.getByRole('progressbar').waitFor();
});
state('running', heldRun);
state('paused', async (page) => {
  await ran(page, vote);
  await key(page, 'Home', ']', ']', ']', ']');
});
state('right', (page) => ran(page, chain));
state('wrong', (page) => ran(page, presets['game-of-24-direct']));
state('no-answer', (page) => ran(page, { ...chain, sampling: { ...chain.sampling, maxTokens: 20 } }));
state('cancelled', async (page) => {
  const { playground, letGo } = await heldRun(page);
  await key(page, 's');
  await letGo();
  await playground.ended();
});
state('failed', async (page) => {
  await page.route('**/models/countdown/weights.bin', (route) => route.abort());
  await open(page, chain);
  await pressRun(page);
  await page.getByText('could not be fetched').waitFor();
});
state('no-gpu', (page) => open(page, presets['larger-number']));
state('offline', async (page) => {
  await ran(page, vote);
  // What a run asks for has come; without a service worker it would not come any more.
  await expect(page.getByText(thoughts.unitsFirst)).toBeVisible();
  await page.context().setOffline(true);
});
state('newer-link', async (page) => {
  await page.goto('./');
  await page.evaluate(() => (location.hash = '#v99.abc'));
  await page.getByRole('alert').filter({ hasText: /newer/ }).waitFor();
});
state('history-empty', async (page) => {
  await page.goto('./');
  await expect(page.getByText(stage.recorded, { exact: true })).toBeVisible();
  await key(page, 'y');
  await page.getByRole('dialog').waitFor();
});

/** Each preset with each of its tabs. */
const tabs = {
  'vote-of-8': ['thoughts', 'votes'],
  'vote-of-32': ['thoughts', 'votes'],
  'hard-game': ['thoughts'],
  'best-of-16': ['scores', 'thoughts'],
  'four-waits': ['budget', 'thoughts'],
  'tree-search': ['tree', 'thoughts'],
  'beam-search': ['tree', 'thoughts'],
  'diverse-search': ['tree'],
  'vote-after-search': ['tree'],
  'tree-of-thoughts': ['tree'],
  'compute-optimal': ['thoughts', 'votes', 'scores'],
  'word-problem': ['thoughts', 'votes'],
  'equation-chain': ['budget', 'thoughts'],
  'knights-and-knaves': ['thoughts'],
} as const satisfies Partial<Record<PresetId, readonly (keyof typeof stage.tabs)[]>>;
for (const id of keysOf(tabs))
  test(id, async ({ page }) => {
    await ran(page, presets[id]);
    for (const one of tabs[id]) {
      await tab(page, stage.tabs[one]);
      await look(page, `${id}-${one}`);
    }
  });
state('rstar', (page) =>
  ran(page, { ...defaultExperiment('puzzle', 'rstar'), problem: presets['word-problem'].problem }),
);
state('big-search', (page) => ran(page, { ...search, strategy: { ...search.strategy, simulations: 120 } }));
state('tree-with-overview', async (page) => {
  await ran(page, search);
  for (const part of [searchWords.tree.overview, searchWords.tree.outline])
    await page.getByRole('button', { name: part }).click();
  await page.getByRole('treeitem').nth(3).click();
});
state('token', async (page) => {
  await ran(page, vote);
  await page.getByRole('article').first().locator('[data-index]').nth(20).click();
});
state('compare-ready', async (page) => {
  await ran(page, vote);
  await tab(page, stage.tabs.compare);
});
state('compare', async (page) => {
  await ran(page, presets['hard-game']);
  await tab(page, stage.tabs.compare);
  await page.getByRole('button', { name: compare.run, exact: true }).click();
  await page.getByText('All have ended.').waitFor();
});
for (const [name, letter] of [
  ['share', 'x'],
  ['models', 'm'],
  ['history', 'y'],
  ['keys', '?'],
  ['present', 'p'],
] as const)
  state(name, async (page) => {
    await ran(page, vote);
    await key(page, letter);
  });
state('embed', async (page) => {
  await page.goto(`./?embed${await encodeExperiment(search)}`);
  await pressRun(page);
  await page.getByRole('button', { name: 'Replay' }).waitFor();
});
for (const [kind, places] of [
  ['lab', [null, 'sweeps', 'voting-helps', 'lens', 'lens/grpo', 'lens/anchors', 'lens/shepherd', 'training']],
  [
    'learn',
    [
      null,
      'questions',
      'question/self-consistency',
      'landscape',
      'experiments',
      'lesson/first-story',
      'lesson/grpo',
    ],
  ],
] as const)
  for (const place of places)
    state(`${kind}${place === null ? '' : `-${place.replace('/', '-')}`}`, async (page) => {
      await page.goto(`./${areaFragment(kind, place)}`);
      await page.waitForLoadState('networkidle');
    });
