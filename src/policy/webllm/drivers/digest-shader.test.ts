import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DigestWish, isEnough, keepsAll } from '#policy/runtime/logit-row.ts';
import { Sampler } from '#policy/runtime/sampler.ts';
import type { DrawAhead } from '#policy/runtime/step-engine.ts';
import { plainDigest } from '#policy/runtime/testing/plain-digest.ts';
import { digestSlack, isDigestOf } from './digest-check.ts';
import { digestShader, mostCandidates, wantedCandidates } from './digest-shader.ts';
import { drawShader } from './draw-shader.ts';
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

async function wordsOf(buffer: GPUBuffer, count: number): Promise<number[]> {
  if (device === null || count === 0) return [];
  const staging = device.createBuffer({ size: 4 * count, usage: 1 | 8 });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(buffer, 0, staging, 0, 4 * count);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(1);
  const words = [...new Uint32Array(staging.getMappedRange())];
  staging.destroy();
  return words;
}

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
/** Without numbers so small that their weights are those of zero. */
const isPlain = (row: Float32Array) => !row.some((logit) => logit !== 0 && Math.abs(logit) < 1e-6);
const anyWish = fc.record({
  temperature: fc.constantFrom(0.25, 0.7, 1, 1.5),
  point: fc.option(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { nil: null }),
  named: fc.nat(),
});

describe('the digest shader', () => {
  it('has no function of subgroups or halves, which not every adapter has', () => {
    expect(digestShader(1000) + drawShader(1000)).not.toMatch(/subgroup|f16|enable/);
  });

  describe.skipIf(device === null)('on a graphics processor, or on its rasteriser', () => {
    const readers = new Map<number, GpuDigests>();
    const digest = async (
      row: Float32Array,
      wishes: readonly DigestWish[],
      draws: readonly DrawAhead[] = [],
    ) => {
      if (device === null) throw new Error('there is none');
      const reader = readers.get(row.length) ?? new GpuDigests(device, row.length);
      readers.set(row.length, reader);
      const buffer = device.createBuffer({ size: row.byteLength, usage: 128 | 8 | 4 });
      device.queue.writeBuffer(buffer, 0, Float32Array.from(row));
      const asked = wishes.map((wish) => ({ row: 0, wish }));
      const tokens = device.createBuffer({ size: 4 * Math.max(1, draws.length), usage: 128 | 8 | 4 });
      const { digests, rows, drawn } = await reader.fetch({ buffer }, 1, asked, [0], {
        draws: draws.map((draw, place) => ({ ...draw, row: 0, digest: place })),
        into: { buffer: tokens, dispose: () => tokens.destroy() },
      });
      buffer.destroy();
      return { digests, whole: rows[0], drawn, tokens: await wordsOf(tokens, draws.length) };
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

    it('draws the tokens that the sampler draws, but where rounding decides', async () => {
      const cut = fc.record({
        temperature: fc.constantFrom(0, 0.25, 0.7, 1, 1.5),
        topK: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 })),
        topP: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
        minP: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
      });
      const anyDraw = fc.record({ how: cut, point: fc.double({ min: 0, max: 0.9999, noNaN: true }) });
      let told = 0;
      await fc.assert(
        fc.asyncProperty(
          anyRow.filter(isPlain),
          fc.array(anyDraw, { minLength: 1, maxLength: 4 }),
          async (row, draws) => {
            const wishes = draws.map(({ how, point }): DigestWish => ({
              kind: 'digest',
              draw: how,
              point: keepsAll(how) ? point : null,
              token: null,
              alternatives: 0,
            }));
            const { digests, drawn, tokens } = await digest(row, wishes, draws);
            expect(tokens).toEqual(drawn);
            draws.forEach(({ how, point }, at) => {
              const found = digests[at] ?? null;
              expect(drawn[at]).toBeLessThan(row.length);
              if (found === null || !isEnough(found, wishes[at]!)) return;
              const sampler = new Sampler(row.length);
              sampler.load(found);
              const near = [-1e-5, 0, 1e-5].map((off) =>
                sampler.draw(
                  { ...how, topP: how.topP < 1 ? how.topP + off : 1, minP: how.minP * (1 + off) },
                  { next: () => Math.min(1 - 1e-9, Math.max(0, point + off)) },
                ),
              );
              if (new Set(near).size > 1) return;
              told += 1;
              expect(drawn[at]).toBe(near[0]);
            });
          },
        ),
        { numRuns: 80 },
      );
      expect(told).toBeGreaterThan(80);
    }, 120_000);

    it('draws some token of a row that is no distribution', async () => {
      const row = new Float32Array(257).fill(NaN);
      const how = { temperature: 1, topK: 0, topP: 1, minP: 0 };
      const wish: DigestWish = { kind: 'digest', draw: how, point: 0.5, token: null, alternatives: 0 };
      const { drawn } = await digest(row, [wish], [{ how, point: 0.5 }]);
      expect(drawn[0]).toBeLessThan(257);
    });

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
