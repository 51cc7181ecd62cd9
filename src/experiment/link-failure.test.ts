import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { anyExperiment } from './testing/arbitrary.ts';
import { defaultExperiment } from './defaults.ts';
import { experimentSchema } from './experiment.ts';
import { newestVersion } from './link-version.ts';
import { decodeExperiment, encodeExperiment, linkLimits } from './url-codec.ts';
import { codeOf, payloadLink } from './testing/payload-link.ts';

describe('a link and its experiment', () => {
  test.each([
    [['mcts']],
    [['mcts', 'guess']],
    [['mcts', ['mcts']]],
    [['mcts', ['mcts', '../x']]],
    [['mcts', ['mcts', 'a', 'b']]],
    [['mcts', 'mcts', 'mcts', 'mcts', 'mcts']],
  ])('sides %j are not read', async (arms) => {
    expect(await codeOf(await payloadLink({ p: ['c', [4, 9, 10, 13], 24], c: [arms, 500] }))).toBe(
      'link-damaged',
    );
  });
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
    expect(await codeOf(await payloadLink(payload))).toBe('link-damaged');
  });

  test('a newer version is told apart, whatever it holds', async () => {
    expect(await codeOf(await payloadLink({ anything: 1 }, newestVersion + 1))).toBe('link-newer');
    expect(await codeOf('#v999.x')).toBe('link-newer');
  });

  // Links could have such a word before it was refused.
  test.each(['', ' ', '\t\n', '\u00a0', '\u200b', '\u2060 \u200d'])(
    'a link with a blank in place of “Wait” is refused, and says so: %j',
    async (word) => {
      const forcing = (settings: object) =>
        payloadLink({ p: ['c', [4, 9, 10, 13], 24], s: ['budget-forcing', settings] });
      expect(await codeOf(await forcing({ word }))).toBe('link-blank-word');
      expect(await codeOf(await forcing({ word: `${word}!` }))).toBe('ok');
      expect(await codeOf(await forcing({ word: 7 }))).toBe('link-damaged');
    },
  );

  test('a long link, and a short one that swells, are refused without being read', async () => {
    expect(await codeOf(`#v1.${'A'.repeat(linkLimits.characters)}`)).toBe('link-too-big');
    const bomb = await payloadLink(' '.repeat(4_000_000));
    expect(bomb.length).toBeLessThan(linkLimits.characters);
    expect(await codeOf(bomb)).toBe('link-too-big');
  });

  test('a blank in place of a word, and a newer version, are refused as such', async () => {
    expect(await codeOf('#v9.AAAA')).toBe('link-newer');
    expect(
      await codeOf(await payloadLink({ p: ['c', [4, 9, 10, 13], 24], s: ['budget-forcing', { word: ' ' }] })),
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
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (json) => check(await payloadLink(json))),
    );
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
