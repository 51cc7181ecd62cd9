import { expect, type Locator, type Page } from '@playwright/test';
import { presetExperiments, type PresetId } from '#experiment/presets.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { header } from '#words/en/header.ts';
import { result } from '#words/en/result.ts';
import { stage } from '#words/en/stage.ts';
import { transport } from '#words/en/transport.ts';
import { holdInTheMiddle } from './held-run.ts';

/** Traces of a long run: so many that two workers share them. */
export const longTraces = 16;

/** The page as a person knows it: by roles and names, in the language that is spoken. */
export class Playground {
  readonly result: Locator;
  readonly traces: Locator;

  constructor(readonly page: Page) {
    failOnViolations(page);
    this.result = page.getByRole('region', { name: result.title });
    this.traces = page.getByRole('article');
  }

  /** With all settings in sight, as a person has them who opened them once: what is under "More" can be set like all else. */
  async open(fragment = ''): Promise<void> {
    await this.page.addInitScript(() => localStorage.setItem('second-thought.more-settings', 'open'));
    await this.page.goto(`./${fragment || (await oneChain())}`);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Second Thought' })).toBeVisible();
  }

  /** Without a link a recorded run takes the stage, and stays on it when a problem is chosen. */
  async openOnRecorded(): Promise<void> {
    await this.page.goto('./');
    await expect(this.page.getByText(stage.recorded, { exact: true })).toBeVisible();
    await this.pickPreset('game-of-24');
  }

  /** Where there is no room for the setup beside the stage, it is opened, and closed again after the change. */
  private async inSetup(change: () => Promise<void>): Promise<void> {
    const button = this.page
      .getByRole('banner')
      .getByRole('button', { name: new RegExp(`^${header.setupIs}`) });
    const narrow = await button.isVisible();
    if (narrow) await button.click();
    await change();
    if (narrow) await this.page.keyboard.press('Escape');
  }

  async pickPreset(id: PresetId): Promise<void> {
    await this.inSetup(async () => {
      await this.page.getByRole('combobox', { name: header.problem, exact: true }).selectOption(id);
    });
  }

  get runButton(): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(${header.run}|${header.runAgain})$`) });
  }

  async pickStrategy(name: RegExp): Promise<void> {
    const menu = this.page.getByRole('combobox', { name: header.strategy, exact: true });
    const kind = await menu.locator('option').filter({ hasText: name }).first().getAttribute('value');
    await menu.selectOption(kind);
  }

  /** The number field of a knob. */
  knob(name: string): Locator {
    return this.page.getByRole('textbox', { name: `${name}, as a number` });
  }

  async setKnob(name: string, value: string): Promise<void> {
    const field = this.knob(name);
    await field.fill(value);
    await field.press('Enter');
  }

  async setNumbers(numbers: readonly number[], target = 24): Promise<void> {
    for (const [index, number] of numbers.entries())
      await this.page.getByRole('textbox', { name: `Number ${index + 1}` }).fill(String(number));
    await this.page.getByRole('textbox', { name: 'Target' }).fill(String(target));
  }

  async run(): Promise<void> {
    await this.runButton.click();
  }

  /** Sets up a long run: traces that wander to their limit on the largest model, no two alike. */
  private async setUpLongRun(): Promise<void> {
    await this.page
      .getByRole('combobox', { name: header.model, exact: true })
      .selectOption('countdown-large');
    await this.pickStrategy(/^Self-consistency/);
    await this.setKnob('Samples', String(longTraces));
    await this.page.getByRole('radiogroup', { name: 'Effort' }).getByRole('radio', { name: 'high' }).check();
    await this.setKnob('Temperature', '2');
  }

  /** Runs for a second or some: how many, and what of it a test still sees, is the machine's to say. */
  async startLongRun(): Promise<void> {
    await this.setUpLongRun();
    await this.run();
  }

  /**
   * Starts a long run and holds it in its middle, once each trace has begun and is shown.
   * @returns lets it go on.
   */
  async startHeldRun(): Promise<() => Promise<void>> {
    await this.setUpLongRun();
    // Each has more than a hundred entries.
    const letGo = await holdInTheMiddle(this.page, 'run.worker', 30 * longTraces, () => this.run());
    await expect(this.traces).toHaveCount(longTraces);
    await expect(this.traces.first()).toContainText('=');
    return letGo;
  }

  /** Waits for the run to end in any way and shows its end. */
  async ended(): Promise<void> {
    await expect(this.page.getByRole('button', { name: header.runAgain, exact: true })).toBeVisible();
    await this.page.getByRole('button', { name: transport.toEnd }).click();
  }

  /** What all the traces say. Cards that are off the screen catch up a moment after the run; each ends in its answer. */
  async settledTraces(count: number): Promise<string[]> {
    await expect(this.traces).toHaveCount(count);
    for (const open of [stage.trace.notYet, stage.trace.noneStopped, stage.status.stopped])
      await expect(this.traces.filter({ hasText: open })).toHaveCount(0);
    return this.traces.allInnerTexts();
  }

  /** Answers and votes as the votes tab lists them. */
  async votes(): Promise<string[]> {
    await this.page.getByRole('tab', { name: /^Votes/ }).click();
    const bars = this.page.getByRole('group', { name: 'Vote histogram' }).getByRole('button');
    // The tab's part of the page is fetched when it is first shown.
    await bars.first().waitFor();
    return Promise.all((await bars.all()).map(async (bar) => (await bar.getAttribute('aria-label')) ?? ''));
  }
}

/** A link to one greedy chain, which most tests begin with: without one a recorded run plays. */
export const oneChain = (): Promise<string> => encodeExperiment(presetExperiments['game-of-24']);

/** Nothing that the page does may need what its content policy refuses. An error here fails the test. */
function failOnViolations(page: Page): void {
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted(Type|Script|HTML)/.test(message.text()))
      throw new Error(message.text());
  });
}
