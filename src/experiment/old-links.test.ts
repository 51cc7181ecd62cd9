import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withCheck } from './link-check.ts';
import { decodeExperiment, encodeExperiment } from './url-codec.ts';

/** Links as the page wrote them in November 2026, of every version, with what each meant. Never written anew. */
const links = JSON.parse(readFileSync(new URL('./testing/links.json', import.meta.url), 'utf8')) as readonly {
  readonly link: string;
  readonly experiment: object;
}[];

describe('links of old', () => {
  it.each([1, 2, 3, 4])('version %i is among them', (version) => {
    expect(links.filter(({ link }) => link.startsWith(`#v${version}.`)).length).toBeGreaterThan(4);
  });

  it('mean what they meant', async () => {
    const read = await Promise.all(links.map(async ({ link }) => decodeExperiment(link)));
    expect(read).toEqual(links.map(({ experiment }) => ({ ok: true, experiment })));
  });

  it('are written the same, byte by byte, with a check behind them', async () => {
    const read = await Promise.all(links.map(async ({ link }) => decodeExperiment(link)));
    const written = await Promise.all(read.map(async (one) => one.ok && encodeExperiment(one.experiment)));
    expect(written).toEqual(links.map(({ link }) => withCheck(link)));
  });
});
