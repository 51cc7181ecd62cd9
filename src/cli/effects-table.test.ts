import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArmResult, Effect } from '#lab/effects/effect.ts';
import { effects, type KnownEffect } from '#lab/effects/effects.ts';
import { effects as words } from '#words/en/effects.ts';
import type { MeasuredEffect } from '#lab/effects/measured.ts';
import { merged, readMeasured, writeMeasured } from './effects-store.ts';
import { effectTable } from './effects-table.ts';

const chain = effects.find(({ everyStep }) => everyStep)!;
const plain = effects.find(({ arms }) => arms.length === 2)!;

const nameOf = ({ arms }: KnownEffect, place: number) => words.arms[arms[place]!.name];

/** Arms of 40 problems, the first of them solved. */
function measuredOf({ claim, arms }: Effect, solved: readonly number[]): MeasuredEffect {
  const results = arms.map(({ name }, index): ArmResult => ({
    name,
    right: Array.from({ length: 40 }, (_, problem) => problem < solved[index]!),
    tokens: 55.5,
    parameters: 840_000,
  }));
  return { claim, date: '2026-11-27', commit: 'abc1234', arms: results };
}

describe('the table of effects', () => {
  const rows = [measuredOf(plain, [10, 40]), measuredOf(chain, [5, 20, 40])];

  it('say how many problems only the one arm solves, with the p that the verdict rests on', () => {
    const [, , first] = effectTable([plain], rows).split('\n');
    expect(first).toBe(
      `| ${words.claims[plain.claim]} | ${words.literature[plain.claim]} | ${nameOf(plain, 0)}: 25% (14–40), 56 tokens × 0.8 M<br>${nameOf(plain, 1)}: 100% (91–100), 56 tokens × 0.8 M ` +
        '| 0 against 30, p < 0.0001, corrected < 0.0001 | shown | 2026-11-27, 40 problems, at abc1234 |',
    );
  });

  it('compare neighbouring arms too where the claim is about every step', () => {
    const [vote, orm, prm] = chain.arms.map(({ name }) => words.arms[name]);
    const cell = effectTable(effects, rows, (claim) => claim === chain.claim)
      .split('\n')
      .at(-1)!
      .split(' | ')[3];
    expect(cell?.split('<br>').map((line) => line.split(', p ')[0])).toEqual([
      `${vote} → ${prm}: 0 against 35`,
      `${vote} → ${orm}: 0 against 15`,
      `${orm} → ${prm}: 0 against 20`,
    ]);
  });

  it('correct a claim for all others, shown or not', () => {
    const few = measuredOf(plain, [10, 17]);
    const [alone, among] = [effectTable([plain], [few]), effectTable(effects, [few])];
    expect(alone).toContain('p = 0.016, corrected = 0.016 |');
    expect(among).toMatch(/p = 0\.016, corrected = 0\.\d+ \| unclear/);
  });
});

describe('kept outcomes', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'effects-'))));
  afterEach(() => rm(folder, { recursive: true }));
  const file = () => pathToFileURL(join(folder, 'effects.json'));

  it('come back as they were written', async () => {
    const rows = [measuredOf(plain, [10, 40]), measuredOf(chain, [5, 20, 40])];
    await writeMeasured(file(), rows);
    expect(await readMeasured(file())).toEqual(rows);
  });

  it('are none before the first, and refused where they are something else', async () => {
    expect(await readMeasured(file())).toEqual([]);
    await writeFile(file(), '[{"claim":"x"}]');
    await expect(readMeasured(file())).rejects.toThrow();
  });

  it('make room for new ones, and go where the arms are others now', () => {
    const [old, now] = [measuredOf(plain, [1, 2]), measuredOf(plain, [3, 4])];
    expect(merged(effects, [old, measuredOf(chain, [1, 2, 3])], now)).toEqual([
      now,
      measuredOf(chain, [1, 2, 3]),
    ]);
    const renamed: Effect = {
      ...chain,
      arms: chain.arms.map((arm) => ({ ...arm, name: `${arm.name}, anew` })),
    };
    expect(merged([plain, renamed], [measuredOf(chain, [1, 2, 3])], now)).toEqual([now]);
  });

  const store = new URL('../../docs/effects.json', import.meta.url);
  it.skipIf(!existsSync(store))('are what the table in docs/effects.md is made of', async () => {
    const table = effectTable(effects, await readMeasured(store));
    expect(await readFile(new URL('../../docs/effects.md', import.meta.url), 'utf8')).toContain(
      `<!-- effects -->\n${table}\n<!-- /effects -->`,
    );
  });
});
