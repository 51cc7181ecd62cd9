import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DigestWish } from '#policy/runtime/logit-row.ts';
import { plainDigest } from '#policy/runtime/testing/plain-digest.ts';
import { digestSlack, isDigestOf } from './digest-check.ts';
import { digestShader, mostCandidates, wantedCandidates } from './digest-shader.ts';
import { GpuDigests } from './gpu-digests.ts';

const shape = { lanes: 256, wanted: wantedCandidates, room: mostCandidates };

/** Dawn for Node, which must not be collected: no dependency of this project, used where it is at hand (`npm install --no-save webgpu`). */
const dawns: GPU[] = [];

async function openDevice(): Promise<GPUDevice | null> {
  try {
    const address = createRequire(import.meta.url).resolve('webgpu');
    const dawn = (await import(address)) as { create(options: readonly string[]): GPU };
    dawns.push(dawn.create([]));
    const adapter = await dawns[0]?.requestAdapter();
    return (await adapter?.requestDevice()) ?? null;
  } catch {
    return null;
  }
}

const device = await openDevice();

const anyLogit = fc.oneof(
  { weight: 6, arbitrary: fc.float({ min: -30, max: 30, noNaN: true }) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(-Infinity, 0, -0, 3.4e38, -3.4e38, 1e-40) },
);
const anyRow = fc
  .record({
    few: fc.array(anyLogit, { minLength: 1, maxLength: 40 }),
    length: fc.constantFrom(1, 2, 63, 64, 257, 4099),
    spread: fc.constantFrom(0, 1, 20),
  })
  .map(({ few, length, spread }) =>
    // Some logits as drawn, the others around them.
    Float32Array.from(
      { length },
      (_, id) =>
        (few[id % few.length] as number) + (id < few.length ? 0 : spread * Math.sin((id * id) % 1009)),
    ),
  )
  .filter((row) => row.some((logit) => logit > -Infinity) && !row.includes(Infinity));
const anyWish = fc.record({
  temperature: fc.constantFrom(0.25, 0.7, 1, 1.5),
  point: fc.option(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { nil: null }),
  named: fc.nat(),
});

describe('the digest shader', () => {
  it('has no function of subgroups or halves, which not every adapter has', () => {
    expect(digestShader(1000)).not.toMatch(/subgroup|f16|enable/);
  });

  describe.skipIf(device === null)('on a graphics processor, or on its rasteriser', () => {
    const readers = new Map<number, GpuDigests>();
    const digest = async (row: Float32Array, wishes: readonly DigestWish[]) => {
      if (device === null) throw new Error('there is none');
      const reader = readers.get(row.length) ?? new GpuDigests(device, row.length);
      readers.set(row.length, reader);
      const buffer = device.createBuffer({ size: row.byteLength, usage: 128 | 8 | 4 });
      device.queue.writeBuffer(buffer, 0, Float32Array.from(row));
      const asked = wishes.map((wish) => ({ row: 0, wish }));
      const { digests, rows } = await reader.fetch({ buffer }, 1, asked, [0]);
      buffer.destroy();
      return { digests, whole: rows[0] };
    };
    beforeAll(() => device?.addEventListener('uncapturederror', ({ error }) => expect.fail(error.message)));
    afterAll(() => device?.destroy());

    it('gives the digests of the definitions', async () => {
      await fc.assert(
        fc.asyncProperty(anyRow, fc.array(anyWish, { minLength: 1, maxLength: 4 }), async (row, wanted) => {
          const wishes = wanted.map(({ temperature, point, named }): DigestWish => ({
            kind: 'digest',
            draw: { temperature, topK: 0, topP: 1, minP: 0 },
            point,
            token: named % row.length,
            alternatives: 0,
          }));
          const { digests, whole } = await digest(row, wishes);
          expect(whole).toEqual(row);
          wishes.forEach((wish, at) => {
            const found = digests[at] ?? null;
            const expected = plainDigest(row, wish, shape);
            expect(found === null).toBe(expected === null);
            expect(isDigestOf(row, found, wish)).toBe(true);
            if (found === null || expected === null) return;
            expect(found.floor).toBe(expected.floor);
            expect(found.ids).toEqual(expected.ids);
            expect(found.named).toEqual(expected.named);
          });
        }),
        { numRuns: 150 },
      );
    }, 120_000);

    it('finds rows that are no distribution', async () => {
      const wish: DigestWish = { kind: 'digest', draw: null, point: null, token: null, alternatives: 0 };
      for (const bad of [NaN, Infinity]) {
        for (const at of [0, 100, 256]) {
          const row = Float32Array.from({ length: 257 }, (_, id) => (id === at ? bad : -id / 9));
          expect((await digest(row, [wish])).digests[0]?.maximum).toBeNaN();
        }
      }
      expect((await digest(new Float32Array(257).fill(-Infinity), [wish])).digests[0]?.maximum).toBeNaN();
    });

    it('adds up a row of 150,000 tokens to the slack that is promised, at any temperature', async () => {
      const row = Float32Array.from(
        { length: 151_936 },
        (_, id) => 5 * Math.sin((id * 7919) % 104_729) + (id % 13),
      );
      const wishes = [0.3, 0.7, 1, 2].flatMap((temperature) =>
        [0, 0.1, 0.5, 0.999, 1 - 2 ** -53].map((point): DigestWish => ({
          kind: 'digest',
          draw: { temperature, topK: 0, topP: 1, minP: 0 },
          point,
          token: null,
          alternatives: 0,
        })),
      );
      const { digests } = await digest(row, wishes);
      expect(digests).not.toContain(null);
      wishes.forEach((wish, at) => expect(isDigestOf(row, digests[at] ?? null, wish)).toBe(true));
      expect(digestSlack).toBeLessThan(1e-4);
    });
  });
});
