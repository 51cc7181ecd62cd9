import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCheck } from '#experiment/link-check.ts';
import { newestVersion } from '#experiment/link-version.ts';
import type { Problem } from '#experiment/problem.ts';
import { decodeSweep, encodeSweep, isSweepLink } from './sweep-link.ts';
import { anySweep, smallSweep } from './testing.ts';

const link = async (): Promise<string> => {
  const encoded = await encodeSweep(smallSweep);
  return encoded.ok ? encoded.fragment : '';
};

describe('a link to a sweep', () => {
  it('reads back as the sweep', () =>
    fc.assert(
      fc.asyncProperty(anySweep, async (sweep) => {
        const encoded = await encodeSweep(sweep);
        if (!encoded.ok) return;
        expect(isSweepLink(encoded.fragment)).toBe(true);
        expect(await decodeSweep(encoded.fragment)).toEqual({ ok: true, sweep });
      }),
      { numRuns: 60 },
    ));

  it('is short, and read with what follows it in a sentence', async () => {
    const fragment = await link();
    expect(fragment.length).toBeLessThan(400);
    expect(await decodeSweep(`${fragment}).`)).toEqual({ ok: true, sweep: smallSweep });
  });

  it('does not hold many problems of one’s own, and says so', async () => {
    const problems = Array.from({ length: 5000 }, (_, seed): Problem => ({
      family: 'question',
      text: `What is ${(seed * 7919) % 104729} times ${(seed * 104723) % 7907}, ${Math.imul(seed, 48271)}?`,
    }));
    const encoded = await encodeSweep({ ...smallSweep, problems: { kind: 'own', name: 'mine', problems } });
    expect(encoded).toMatchObject({ ok: false, most: 24 * 1024 });
    if (!encoded.ok) expect(encoded.characters).toBeGreaterThan(encoded.most);
  });

  it('of a newer page says so, and one that is damaged', async () => {
    const fragment = await link();
    const code = async (text: string) => {
      const read = await decodeSweep(text);
      return read.ok ? 'ok' : read.failure.code;
    };
    const bare = fragment.replace(/\.[^.]*$/, '');
    const newer = bare.replace(/v[0-9]+/, `v${newestVersion + 1}`);
    expect(await code(newer)).toBe('link-newer');
    expect(await code(withCheck(newer))).toBe('link-newer');
    expect(await code(bare)).toBe('ok');
    // But for the point before the check, see link-check.test.ts.
    for (let at = 0; at < fragment.length; at += 1)
      if (at !== bare.length)
        expect(
          await code(`${fragment.slice(0, at)}${fragment[at] === 'x' ? 'y' : 'x'}${fragment.slice(at + 1)}`),
        ).not.toBe('ok');
    expect(await code(fragment.slice(0, -20))).toBe('link-damaged');
    expect(await code(`${fragment}${'A'.repeat(30_000)}`)).toBe('link-too-big');
    expect(await code('#/lab/sweep/')).toBe('link-damaged');
  });

  it('may be any text: what comes of it is a value', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), async (text) => {
        expect((await decodeSweep(`#/lab/sweep/v1.${text}`)).ok).toBe(false);
        expect((await decodeSweep(text)).ok).toBe(false);
      }),
    ));
});
