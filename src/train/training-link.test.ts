import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { withCheck } from '#experiment/link-check.ts';
import { trainingPresets } from './presets.ts';
import { trainingSetupSchema } from './setup.ts';
import { decodeTraining, encodeTraining, isTrainingLink } from './training-link.ts';

const setups = Object.entries(trainingPresets);

describe('a link to a training', () => {
  it.each(setups)('reads back as the setup: %s', async (_, setup) => {
    expect(v.parse(trainingSetupSchema, setup)).toEqual(setup);
    const fragment = await encodeTraining(setup);
    expect(isTrainingLink(fragment)).toBe(true);
    expect(fragment.length).toBeLessThan(700);
    expect(await decodeTraining(fragment)).toEqual({ ok: true, setup });
    expect(await decodeTraining(`${fragment}).`)).toEqual({ ok: true, setup });
  });

  it('of a newer page says so, and one that is damaged', async () => {
    const fragment = await encodeTraining(trainingPresets.zero);
    const code = async (text: string) => {
      const read = await decodeTraining(text);
      return read.ok ? 'ok' : read.failure.code;
    };
    const bare = fragment.replace(/\.[^.]*$/, '');
    expect(await code(withCheck(bare.replace('/v1.', '/v2.')))).toBe('link-newer');
    expect(await code(fragment.slice(0, -20))).toBe('link-damaged');
    expect(await code(`${fragment}${'A'.repeat(30_000)}`)).toBe('link-too-big');
    for (let at = bare.indexOf('v1.') + 3; at < fragment.length; at += 7)
      if (at !== bare.length)
        expect(
          await code(`${fragment.slice(0, at)}${fragment[at] === 'x' ? 'y' : 'x'}${fragment.slice(at + 1)}`),
        ).toBe('link-damaged');
  });

  it('may be any text: what comes of it is a value', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), async (text) => {
        expect((await decodeTraining(`#/lab/training/v1.${text}`)).ok).toBe(false);
        expect((await decodeTraining(text)).ok).toBe(false);
      }),
    ));
});
