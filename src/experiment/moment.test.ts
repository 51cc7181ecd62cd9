import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from './defaults.ts';
import { deflate } from './bounded-deflate.ts';
import { asNote, asTitle, momentLimits } from './moment.ts';
import { anyExperiment, anyMoment } from './testing/arbitrary.ts';
import { decodeExperiment, encodeExperiment, linkLimits } from './url-codec.ts';

const experiment = defaultExperiment('countdown');
const linkOf = async (o: unknown) =>
  `#v6.${Buffer.from(await deflate(JSON.stringify({ p: ['c', experiment.problem.family === 'countdown' ? experiment.problem.numbers : [], 24], o }))).toString('base64url')}`;

describe('a link with a moment', () => {
  it('any moment comes back with its experiment', async () => {
    await fc.assert(
      fc.asyncProperty(anyExperiment, anyMoment, async (one, moment) => {
        const link = await encodeExperiment(one, undefined, moment);
        expect(link.length).toBeLessThan(linkLimits.characters);
        expect(await decodeExperiment(link)).toEqual({ ok: true, experiment: one, moment });
      }),
    );
  });

  it('is of version 6, which older pages call newer', async () => {
    const title = { title: 'A slip' };
    expect(await encodeExperiment(experiment, undefined, title)).toMatch(/^#v6\.[\w-]+\.[\w-]{3}$/);
    expect(await encodeExperiment(experiment, undefined, undefined)).toMatch(/^#v1\./);
  });

  it.each([
    ['a title that is too long', { t: 'x'.repeat(momentLimits.title + 1) }],
    ['a note that is too long', { n: 'x'.repeat(momentLimits.note + 1) }],
    ['a title of nothing that is seen', { t: '\u202e \u200b' }],
    ['a step that cannot be', { s: ['s', 0.5] }],
    ['a step of another kind', { s: ['x', 1] }],
    ['a tab that is no name', { v: '<b>' }],
    ['what it does not know', { t: 'ok', z: 1 }],
    ['another shape', [1, 2]],
    ['nothing', null],
  ])('leaves the experiment as it is beside %s', async (_, o) => {
    expect(await decodeExperiment(await linkOf(o))).toMatchObject({ ok: true, experiment, moment: null });
  });
});

describe('words of a person', () => {
  it('lose what is not seen or turns the direction of writing', () => {
    expect(asTitle(' a\u202eb\u0000\n\tc\u2066 \u200bd ')).toBe('ab c d');
    expect(asNote('one\u202e \r\ntwo\tthree\u0007\n\n\n\nfour\ud800')).toBe('one\ntwo three\n\nfour');
  });

  it('are the same when cleaned again, and bounded', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1200, unit: 'binary' }), (text) => {
        expect(asTitle(asTitle(text))).toBe(asTitle(text));
        expect(asNote(asNote(text))).toBe(asNote(text));
        expect(asTitle(text).length).toBeLessThanOrEqual(momentLimits.title);
        expect(asNote(text).length).toBeLessThanOrEqual(momentLimits.note);
      }),
    );
  });
});
