import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { anyExperiment } from './testing/arbitrary.ts';
import { deflate } from './bounded-deflate.ts';
import { defaultExperiment, defaultStrategy } from './defaults.ts';
import { experimentSchema } from './experiment.ts';
import type { Experiment, StrategyKind, StrategyOf } from './experiment.ts';
import { newestVersion } from './link-version.ts';
import { decodeExperiment, encodeExperiment, isExperimentLink, linkLimits } from './url-codec.ts';

const link = async (payload: unknown, version = 1): Promise<string> =>
  `#v${version}.${Buffer.from(await deflate(typeof payload === 'string' ? payload : JSON.stringify(payload))).toString('base64url')}`;

const codeOf = async (fragment: string): Promise<string> => {
  const result = await decodeExperiment(fragment);
  return result.ok ? 'ok' : result.failure.code;
};

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
    const read = await decodeExperiment(await link(short, 1));
    expect(read).toMatchObject({
      ok: true,
      experiment: { strategy: { verifier: { model: 'arithmetic-orm' } } },
      compare: { arms: [{}, { model: 'arithmetic-sft' }] },
    });
    expect(await decodeExperiment(await link(short, 2))).toEqual(read);
  });

  // Saved when a comparison was of strategies alone.
  test('a comparison without models means what it meant', async () => {
    const compare = { arms: [{ kind: 'mcts' }, { kind: 'best-of-n' }], tokens: 500 } as const;
    const saved = '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRSlayio5Wyk0uKVbSUUpKLS7RzU_TzVOK1TE1MIitBQA';
    expect(await decodeExperiment(saved)).toEqual({
      ok: true,
      experiment: defaultExperiment('countdown'),
      compare,
    });
    expect(
      await decodeExperiment(await link({ p: ['c', [4, 9, 10, 13], 24], c: [['mcts', 'best-of-n'], 500] })),
    ).toEqual({ ok: true, experiment: defaultExperiment('countdown'), compare });
  });

  test.each([
    [['mcts']],
    [['mcts', 'guess']],
    [['mcts', ['mcts']]],
    [['mcts', ['mcts', '../x']]],
    [['mcts', ['mcts', 'a', 'b']]],
    [['mcts', 'mcts', 'mcts', 'mcts', 'mcts']],
  ])('sides %j are not read', async (arms) => {
    expect(await codeOf(await link({ p: ['c', [4, 9, 10, 13], 24], c: [arms, 500] }))).toBe('link-damaged');
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

  // Links that people have saved. They must mean the same for ever; a failure here needs a new version, not a new text.
  test.each<readonly [string, Experiment]>([
    [
      '#v1.q1YqULKKVkpW0om20LHQMTTQMTSK1TEyia0FAA',
      {
        ...defaultExperiment('countdown'),
        problem: { family: 'countdown', numbers: [8, 8, 10, 12], target: 24 },
      },
    ],
    [
      '#v1.Fcs7CoAwEAXAu7z6KSEfNXuVZYtgKyqmUAi5u6QepuGGKAqoGlcuRp3CxmhmRB1UdzB44rheGPFB2jhuzok4IT65TjyQ3H8',
      {
        problem: {
          family: 'arithmetic',
          terms: [
            { sign: '+', left: 47, right: 6 },
            { sign: '-', left: 38, right: 4 },
          ],
        },
        model: 'arithmetic',
        strategy: { kind: 'self-consistency', samples: 32, effort: 'low' },
        sampling: { temperature: 0.7, topK: 0, topP: 0.95, minP: 0, maxTokens: 250 },
        seed: 9,
        budget: { tokens: 0 },
      },
    ],
    [
      '#v1.RcrLCsIwEEbhVxn-9QgTE4UO-CQli9hGDPYiSaqL0HeXrtwd-E7DG9pjAPeOOzbCxno-O88oB8xDLeCGkuZtCjWtS4FehfGJOT1SzNCGV1pGKPI6Tet2_P9Ux4ilpjnUCMUz5BH77hl36EVEGF8ojKUTGaEbWeoddWQ99h8',
      {
        problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
        model: 'countdown',
        strategy: {
          kind: 'mcts',
          simulations: 60,
          exploration: 1.5,
          prior: 'sum',
          expansion: 8,
          evaluation: 'value',
          parallel: 4,
          widening: 1,
          readout: 'best-terminal',
          maxSteps: 8,
          verifier: { kind: 'rollouts', rollouts: 4, estimate: 'hard' },
        },
        sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 200 },
        seed: 1,
        budget: { tokens: 5000 },
        start: { text: '13 - 10 = 3 [4 9 3]' },
      },
    ],
    [
      '#v1.Fc2xCsIwFEbhV7n8821ItIbeLIKuOjg5iIiWaAttahOlQum7S_bDd2a84S4YwTg3bd1Q-PYPH6lN1N3jy0cmUcbQEEmUbMEQJbgyejicJh_WhVZ2V4zl09ibKY6HPRgpm6kGV4xumHL_g5vxgdPKcn5qJRtGgFvpslqWPw',
      {
        problem: { family: 'question', text: 'Which number is larger, 9.11 or 9.9?', answer: '9.9' },
        model: 'Qwen3-0.6B-q4f16_1-MLC',
        strategy: { kind: 'self-consistency', samples: 8, effort: 'low' },
        sampling: { temperature: 0.6, topK: 0, topP: 0.95, minP: 0, maxTokens: 2048 },
        seed: 1,
        budget: { tokens: 0 },
      },
    ],
    [
      '#v1.q1YqULKKVipU0lEKz6i0V4rVUcpVslIKLE_NM9Y10DNz0i00STM0izfU9fVxVqoFAA',
      {
        ...defaultExperiment('countdown'),
        problem: { family: 'question', text: 'Why?' },
        model: 'Qwen3-0.6B-q4f16_1-MLC',
      },
    ],
    [
      '#v1.q1YqULKKVipQ0lEqU7BVKFfQVjBV0FMoV7BVMFfQUyhTsFeKrQUA',
      {
        ...defaultExperiment('countdown'),
        problem: { family: 'puzzle', text: 'v = w + 5 . w = 7 . v ?' },
        model: 'puzzles',
      },
    ],
    [
      '#v2.VcwxDsIwDAXQu_zZmVoBylUiD6V1hFXSRHbEEuXuiJH96Q00xIQNlNJ6pxtTCsuDVmYmFERspv1VpOsePHcQ_Oef4j3UHC7QwEdMs4ohDpx6HYhoVndxB6HUQ97_T7OCOXl-AQ',
      {
        ...defaultExperiment('arithmetic', 'best-of-n'),
        problem: {
          family: 'arithmetic',
          terms: [
            { sign: '+', left: 47, right: 6 },
            { sign: '-', left: 38, right: 4 },
          ],
        },
        model: 'arithmetic-sft',
        strategy: {
          kind: 'best-of-n',
          samples: 8,
          effort: 'low',
          verifier: { kind: 'process', model: 'arithmetic-prm' },
          aggregation: 'last',
          choose: 'best',
        },
      },
    ],
    [
      '#v3.q1YqULKKVkpU0omONjQy1jGJ1YnWtbQw17GIjY2tBQA',
      {
        ...defaultExperiment('arithmetic'),
        problem: {
          family: 'arithmetic',
          terms: [
            { sign: '+', left: 123, right: 4 },
            { sign: '-', left: 987, right: 8 },
          ],
        },
      },
    ],
    [
      '#v3.PcxBCoMwEEbhu_zrSTGtFDpXEVfJaEKrI0nUQsjdi5vuHnzwKjbwAAcaenqR7cg-Rrr3IyFfUJKI0cmUoPscSgZV_Jvtk3BIilOUBK54x9WDsSV1kjMIi3r5gOF0X4vXczVbWtAILqhmAeOUOIci3hxaBG0kfK9TAVvCAu5utrUf',
      {
        ...defaultExperiment('countdown', 'tree-of-thoughts'),
        strategy: {
          kind: 'tree-of-thoughts',
          search: 'bfs',
          generate: 'propose',
          thoughts: 16,
          breadth: 5,
          threshold: 0.1,
          maxVisits: 100,
          evaluate: 'value',
          maxSteps: 8,
          verifier: { kind: 'process', model: 'countdown-prm' },
          choose: 'weighted-vote',
        },
        sampling: { temperature: 1, topK: 0, topP: 1, minP: 0.1, maxTokens: 200 },
      },
    ],
  ])('%s', async (fragment, experiment) => {
    expect(await decodeExperiment(fragment)).toEqual({ ok: true, experiment });
  });

  // The same for the settings of every search, at the time when links could first name it.
  test.each<readonly [string, StrategyKind, object, number]>([
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJKYkFpRklqXqJufnFWcWl6TmJVcq6VTXxtYCAA',
      'adaptive-consistency',
      { samples: 32, batch: 4, effort: 'low', stop: 'confident', confidence: 0.95 },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJKUWl-jmp-nmKelU18bWAgA',
      'best-of-n',
      { samples: 8, effort: 'low', verifier: { kind: 'process' }, aggregation: 'last', choose: 'best' },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJKUm5uoWpyYWJWco6VTXxtYCAA',
      'beam-search',
      {
        variant: 'beam',
        width: 4,
        expansion: 4,
        lookahead: 0,
        maxSteps: 8,
        verifier: { kind: 'process' },
        aggregation: 'last',
        choose: 'best',
      },
      0.8,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJlBSlpurmp-mWZOSXpmeUFCvpVNfG1gIA',
      'tree-of-thoughts',
      {
        search: 'bfs',
        generate: 'propose',
        thoughts: 8,
        breadth: 5,
        threshold: 0.1,
        maxVisits: 100,
        evaluate: 'value',
        maxSteps: 8,
        verifier: { kind: 'process' },
        choose: 'best',
      },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJ5CaXFCvpVNfG1gIA',
      'mcts',
      {
        simulations: 30,
        exploration: 1.5,
        prior: 'sum',
        expansion: 8,
        evaluation: 'value',
        parallel: 4,
        widening: 1,
        readout: 'best-terminal',
        maxSteps: 8,
        verifier: { kind: 'process' },
      },
      1,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJFBWXJBYp6VTXxtYCAA',
      'rstar',
      {
        rollouts: 16,
        exploration: 2,
        steps: 4,
        lastVotes: 10,
        maskFrom: 0.2,
        maskTo: 0.8,
        checks: 2,
        confirm: 'trace',
        maxSteps: 8,
      },
      0.8,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJJJWmpKeW6KblFyVn5qUr6VTXxtYCAA',
      'budget-forcing',
      { effort: 'high', waits: 2, word: 'Wait', thinkingTokens: 160 },
      0,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJFKWWZRZn5ucp6VTXxtYCAA',
      'revision',
      { parallel: 4, rounds: 3, verifier: { kind: 'process' }, aggregation: 'last' },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZJFJekFuiWpRZlpmUmJ5Zk5ucp6VTXxtYCAA',
      'step-verification',
      { threshold: 0.5, retries: 16, maxSteps: 8, verifier: { kind: 'process' } },
      0.7,
    ],
    [
      '#v1.q1YqULKKVkpW0ok20bHUMTTQMTSO1TEyidVRKgZL5OcWlJak6uYXlGTmJuYo6VTXxtYCAA',
      'compute-optimal',
      { probe: 4, tokens: 2000, verifier: { kind: 'process' } },
      0.7,
    ],
  ])('%s is %s', async (fragment, kind, settings, temperature) => {
    expect(await decodeExperiment(fragment)).toEqual({
      ok: true,
      experiment: {
        problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
        model: 'countdown',
        strategy: { kind, ...settings },
        sampling: { temperature, topK: 0, topP: 1, minP: 0, maxTokens: 200 },
        seed: 1,
        budget: { tokens: 0 },
      },
    });
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

describe('a link copied from a sentence', () => {
  const experiment = defaultExperiment('countdown', 'mcts');

  test.each([
    '.',
    ')',
    ').',
    ',',
    '>',
    '"',
    '”',
    '’',
    '’).',
    '!',
    '?',
    ';',
    ']',
    '*',
    ' ',
    '\n',
    '%3E',
    '%22.',
    '%E2%80%9D',
    '%20',
  ])('is read without the %j after it', async (tail) => {
    expect(await decodeExperiment(`${await encodeExperiment(experiment)}${tail}`)).toEqual({
      ok: true,
      experiment,
    });
  });

  test('is not read where words follow it', async () => {
    expect(await codeOf(`${await encodeExperiment(experiment)} and more`)).toBe('link-damaged');
  });
});

describe('what is no link says so', () => {
  test.each(['', '#', '#v1', '#v1.', '#v1.!!!!', '#v1.AAAA', '#v0.AAAA', '#1.AAAA', 'v1.a', '#v1.A'])(
    '%j is damaged',
    async (fragment) => {
      expect(await codeOf(fragment)).toBe('link-damaged');
    },
  );

  test.each<readonly [string, unknown]>([
    ['nothing in it', {}],
    ['no JSON', '{'],
    ['a number out of range', { p: ['c', [4, 9, 10, 14], 24] }],
    ['a factor of four digits', { p: ['a', [[1000, 4]]] }],
    ['a puzzle that is none', { p: ['p', 'Ann has 7 plums . How many plums does Ann have ?'] }],
    ['a puzzle too long', { p: ['p', `${'Ann is 9 years old . '.repeat(60)}v = 7 . v ?`] }],
    ['a question without words', { p: ['q', ' '] }],
    ['a question too long', { p: ['q', 'x'.repeat(2001)] }],
    ['an answer too long', { p: ['q', 'Why?', 'x'.repeat(201)] }],
    ['a number too few', { p: ['c', [4, 9, 10], 24] }],
    ['an unknown strategy', { p: ['c', [4, 9, 10, 13], 24], s: ['oracle'] }],
    ['too many samples', { p: ['c', [4, 9, 10, 13], 24], s: ['sc', 65, 'low'] }],
    [
      'a search with a setting out of range',
      { p: ['c', [4, 9, 10, 13], 24], s: ['mcts', { simulations: 401 }] },
    ],
    ['a search with a setting nobody knows', { p: ['c', [4, 9, 10, 13], 24], s: ['mcts', { speed: 1 }] }],
    [
      'a search that is another one inside',
      { p: ['c', [4, 9, 10, 13], 24], s: ['mcts', { kind: 'rstar', rollouts: 1 }] },
    ],
    [
      'an unknown verifier',
      { p: ['c', [4, 9, 10, 13], 24], s: ['best-of-n', { verifier: { kind: 'judge' } }] },
    ],
    ['a budget out of range', { p: ['c', [4, 9, 10, 13], 24], b: 1_000_001 }],
    ['too long a start', { p: ['c', [4, 9, 10, 13], 24], w: 'x'.repeat(4001) }],
    ['an empty list of pruned paths', { p: ['c', [4, 9, 10, 13], 24], d: [] }],
    [
      'too many pruned paths',
      { p: ['c', [4, 9, 10, 13], 24], d: Array.from({ length: 17 }, (_, index) => `${index}`) },
    ],
    ['an empty pruned path', { p: ['c', [4, 9, 10, 13], 24], d: [''] }],
    ['a comparison of one', { p: ['c', [4, 9, 10, 13], 24], c: [['mcts'], 2000] }],
    [
      'a comparison of five',
      { p: ['c', [4, 9, 10, 13], 24], c: [['mcts', 'mcts', 'mcts', 'mcts', 'mcts'], 2000] },
    ],
    [
      'a comparison with an unknown strategy',
      { p: ['c', [4, 9, 10, 13], 24], c: [['mcts', 'oracle'], 2000] },
    ],
    ['a comparison without a budget', { p: ['c', [4, 9, 10, 13], 24], c: [['mcts', 'direct'], 49] }],
    ['an empty start', { p: ['c', [4, 9, 10, 13], 24], w: '' }],
    ['a hot temperature', { p: ['c', [4, 9, 10, 13], 24], x: { t: 3 } }],
    ['a path for a model', { p: ['c', [4, 9, 10, 13], 24], m: '../../etc' }],
    ['a field nobody knows', { p: ['c', [4, 9, 10, 13], 24], z: 1 }],
    ['a prototype', '{"p":["c",[4,9,10,13],24],"__proto__":{"m":"x"}}'],
  ])('%s', async (_, payload) => {
    expect(await codeOf(await link(payload))).toBe('link-damaged');
  });

  test('a newer version is told apart, whatever it holds', async () => {
    expect(await codeOf(await link({ anything: 1 }, newestVersion + 1))).toBe('link-newer');
    expect(await codeOf('#v999.x')).toBe('link-newer');
  });

  // Links could have such a word before it was refused.
  test.each(['', ' ', '\t\n', '\u00a0', '\u200b', '\u2060 \u200d'])(
    'a link with a blank in place of “Wait” is refused, and says so: %j',
    async (word) => {
      const forcing = (settings: object) =>
        link({ p: ['c', [4, 9, 10, 13], 24], s: ['budget-forcing', settings] });
      expect(await codeOf(await forcing({ word }))).toBe('link-blank-word');
      expect(await codeOf(await forcing({ word: `${word}!` }))).toBe('ok');
      expect(await codeOf(await forcing({ word: 7 }))).toBe('link-damaged');
    },
  );

  test('a long link, and a short one that swells, are refused without being read', async () => {
    expect(await codeOf(`#v1.${'A'.repeat(linkLimits.characters)}`)).toBe('link-too-big');
    const bomb = await link(' '.repeat(4_000_000));
    expect(bomb.length).toBeLessThan(linkLimits.characters);
    expect(await codeOf(bomb)).toBe('link-too-big');
  });

  test('a blank in place of a word, and a newer version, are refused as such', async () => {
    expect(await codeOf('#v9.AAAA')).toBe('link-newer');
    expect(
      await codeOf(await link({ p: ['c', [4, 9, 10, 13], 24], s: ['budget-forcing', { word: ' ' }] })),
    ).toBe('link-blank-word');
  });
});

describe('damage never throws and never gives an invalid experiment', () => {
  const check = async (fragment: string): Promise<void> => {
    const result = await decodeExperiment(fragment);
    if (result.ok) expect(v.is(experimentSchema, result.experiment)).toBe(true);
    else expect(result.failure.code).toMatch(/^link-/);
  };

  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        check(`#v1.${Buffer.from(bytes).toString('base64url')}`),
      ),
    );
  });

  test('random JSON', async () => {
    await fc.assert(fc.asyncProperty(fc.json({ maxDepth: 4 }), async (json) => check(await link(json))));
  });

  test('cut short, or with one character changed', async () => {
    const alphabet = 'ABab01-_'.split('');
    await fc.assert(
      fc.asyncProperty(
        anyExperiment,
        fc.nat(),
        fc.constantFrom('', ...alphabet),
        async (experiment, place, character) => {
          const fragment = await encodeExperiment(experiment);
          const at = place % fragment.length;
          await check(fragment.slice(0, at));
          await check(fragment.slice(0, at) + character + fragment.slice(at + 1));
        },
      ),
    );
  });
});
