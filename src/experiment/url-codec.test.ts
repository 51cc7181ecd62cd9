import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { anyExperiment } from './testing/arbitrary.ts';
import { defaultExperiment, defaultStrategy } from './defaults.ts';
import { experimentSchema } from './experiment.ts';
import type { Experiment, StrategyOf } from './experiment.ts';
import { decodeExperiment, encodeExperiment, isExperimentLink, linkLimits } from './url-codec.ts';
import { payloadLink } from './testing/payload-link.ts';

describe('a link and its experiment', () => {
  test('any experiment comes back as it was, from one text', async () => {
    await fc.assert(
      fc.asyncProperty(anyExperiment, async (experiment) => {
        const fragment = await encodeExperiment(experiment);
        expect(fragment.length).toBeLessThan(linkLimits.characters);
        expect(isExperimentLink(fragment)).toBe(true);
        const read = await decodeExperiment(fragment);
        expect(read).toEqual({ ok: true, experiment });
        const reordered = Object.fromEntries(Object.entries(experiment).toReversed()) as Experiment;
        expect(await encodeExperiment(reordered)).toBe(fragment);
      }),
    );
  });

  test.each([
    'Qwen3-0.6B-q4f16_1-MLC',
    'DeepSeek-R1-Distill-Llama-8B-q4f16_1-MLC',
    'Ministral-3-3B-Instruct-2512-BF16-q4f32_1-MLC',
    'a'.repeat(96),
  ])('a model of WebLLM or of a person travels by its id: %s', async (model) => {
    const experiment = { ...defaultExperiment('countdown'), model };
    expect(await decodeExperiment(await encodeExperiment(experiment))).toEqual({ ok: true, experiment });
  });

  test.each(['', '.hidden', '-f', '../x', 'a//b', 'a b', 'https://x', 'é', 'a'.repeat(97)])(
    "what cannot be a model's id is not read: %j",
    (model) => {
      expect(v.safeParse(experimentSchema, { ...defaultExperiment('countdown'), model }).success).toBe(false);
    },
  );

  test('a comparison travels with it', async () => {
    const experiment = defaultExperiment('countdown');
    const compare = {
      arms: [{ kind: 'mcts' }, { kind: 'best-of-n', model: 'countdown-small' }, { kind: 'mcts' }],
      tokens: 500,
    } as const;
    const fragment = await encodeExperiment(experiment, compare);
    expect(await decodeExperiment(fragment)).toEqual({ ok: true, experiment, compare });
    expect(fragment).not.toBe(await encodeExperiment(experiment));
    expect(await decodeExperiment(await encodeExperiment(experiment))).not.toHaveProperty('compare');
  });

  // Version 1 did not know models that judge and those of a comparison at first: its readers would call such links damaged.
  test('is of the oldest version that knows all that is in it', async () => {
    const judged = (model: object): Experiment => ({
      ...defaultExperiment('arithmetic', 'best-of-n'),
      strategy: { ...defaultStrategy('best-of-n'), verifier: { kind: 'outcome', ...model } },
    });
    const compare = (model: object) => ({
      arms: [{ kind: 'mcts' as const }, { kind: 'direct' as const, ...model }],
      tokens: 500,
    });
    const version = (fragment: string) => fragment.slice(0, 4);
    expect(version(await encodeExperiment(judged({}), compare({})))).toBe('#v1.');
    expect(version(await encodeExperiment(judged({ model: 'arithmetic-orm' })))).toBe('#v2.');
    expect(version(await encodeExperiment(judged({}), compare({ model: 'countdown-small' })))).toBe('#v2.');
    const sum = (products: number, left = 12) => ({
      ...defaultExperiment('arithmetic'),
      problem: {
        family: 'arithmetic' as const,
        terms: Array.from({ length: products }, () => ({ sign: '+' as const, left, right: 3 })),
      },
    });
    expect(version(await encodeExperiment(sum(3)))).toBe('#v1.');
    expect(version(await encodeExperiment(sum(4)))).toBe('#v2.');
    expect(version(await encodeExperiment(sum(3, 99)))).toBe('#v1.');
    expect(version(await encodeExperiment(sum(1, 100)))).toBe('#v3.');
    for (const kind of ['beam-search', 'tree-of-thoughts'] as const) {
      const chosen = (choose: 'best' | 'weighted-vote') => ({
        ...defaultExperiment('countdown', kind),
        strategy: { ...defaultStrategy(kind), choose },
      });
      expect(version(await encodeExperiment(chosen('best')))).toBe('#v1.');
      expect(version(await encodeExperiment(chosen('weighted-vote')))).toBe('#v3.');
    }
    const readout = (by: 'majority' | 'weighted-vote') => ({
      ...defaultExperiment('countdown', 'mcts'),
      strategy: { ...defaultStrategy('mcts'), readout: by },
    });
    expect(version(await encodeExperiment(readout('majority')))).toBe('#v1.');
    expect(version(await encodeExperiment(readout('weighted-vote')))).toBe('#v3.');
    const prior = (by: 'sum' | 'per-token') => ({
      ...readout('weighted-vote'),
      strategy: { ...defaultStrategy('mcts'), prior: by },
    });
    expect(version(await encodeExperiment(prior('sum')))).toBe('#v1.');
    expect(version(await encodeExperiment(prior('per-token')))).toBe('#v4.');
    const star = (changes: Partial<StrategyOf<'rstar'>>): Experiment => ({
      ...defaultExperiment('countdown', 'rstar'),
      strategy: { ...defaultStrategy('rstar'), lastVotes: 10, confirm: 'trace', ...changes },
    });
    expect(version(await encodeExperiment(star({ rollouts: 3 })))).toBe('#v1.');
    for (const changes of [
      { lastVotes: 11 },
      { confirm: 'any' as const },
      { discriminator: 'countdown-early' },
    ])
      expect(version(await encodeExperiment(star(changes)))).toBe('#v4.');
  });

  test('whatever its version, means the same', async () => {
    const short = {
      p: ['a', [[47, 6]]],
      s: ['best-of-n', { verifier: { kind: 'outcome', model: 'arithmetic-orm' } }],
      c: [['mcts', ['direct', 'arithmetic-sft']], 500],
    };
    const read = await decodeExperiment(await payloadLink(short, 1));
    expect(read).toMatchObject({
      ok: true,
      experiment: { strategy: { verifier: { model: 'arithmetic-orm' } } },
      compare: { arms: [{}, { model: 'arithmetic-sft' }] },
    });
    expect(await decodeExperiment(await payloadLink(short, 2))).toEqual(read);
  });

  test('two experiments never share a link', async () => {
    await fc.assert(
      fc.asyncProperty(anyExperiment, anyExperiment, async (a, b) => {
        const same =
          JSON.stringify(v.parse(experimentSchema, a)) === JSON.stringify(v.parse(experimentSchema, b));
        expect((await encodeExperiment(a)) === (await encodeExperiment(b))).toBe(same);
      }),
    );
  });

  test('the longest thought to start from fits into a link', async () => {
    // The worst for the link: three bytes a character, and nothing to compress.
    const text = Array.from({ length: 4000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    ).join('');
    const experiment = { ...defaultExperiment('countdown'), start: { text } };
    expect(await decodeExperiment(await encodeExperiment(experiment))).toEqual({ ok: true, experiment });
  });
});

test('the most that a person can prune still makes a link', async () => {
  // Other characters each time, so that little of it can be compressed.
  const pruned = Array.from({ length: 16 }, (_, path) =>
    Array.from({ length: 4000 }, (__, at) =>
      String.fromCodePoint(0x4e00 + ((path * 7919 + at * at * 31 + at * 104_729) % 20_000)),
    ).join(''),
  );
  expect(
    (await encodeExperiment({ ...defaultExperiment('countdown', 'mcts'), pruned })).length,
  ).toBeGreaterThan(120_000);
});
