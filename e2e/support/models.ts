import { expect, type Locator, type Page } from '@playwright/test';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';

/** The dialog with all models, as a person knows it. */
export class Models {
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Models' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('m');
    await expect(this.dialog).toBeVisible();
  }

  async openGpuPart(): Promise<void> {
    await this.open();
    await this.dialog.getByRole('tab', { name: 'On your GPU' }).click();
    await expect(this.dialog.getByRole('heading', { name: /^Under 1 billion/ })).toBeVisible();
  }

  row(name: string): Locator {
    return this.dialog.getByRole('listitem', { name: new RegExp(`^${name}`) });
  }

  async fillCustom(fields: Readonly<Record<string, string>>): Promise<void> {
    const summary = this.dialog.getByText('Add a model of your own');
    if (!(await this.dialog.getByRole('textbox', { name: 'Address of the weights' }).isVisible()))
      await summary.click();
    for (const [label, value] of Object.entries(fields))
      await this.dialog.getByRole('textbox', { name: label, exact: true }).fill(value);
    await this.dialog.getByRole('button', { name: 'Add the model' }).click();
  }
}

export const linkTo = (change: Partial<Experiment>): Promise<string> =>
  encodeExperiment({ ...defaultExperiment('countdown'), ...change });

/** Collects what the page asks of other servers. */
export function watchRequests(page: Page): string[] {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') elsewhere.push(request.url());
  });
  return elsewhere;
}
