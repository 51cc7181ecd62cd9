import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from './defaults.ts';
import { checked, withCheck } from './link-check.ts';
import { anyExperiment } from './testing/arbitrary.ts';
import { decodeExperiment, encodeExperiment } from './url-codec.ts';

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%#! ';

/** Every text that differs from this one in one character. */
function* changed(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1)
    for (const sign of signs) if (sign !== text[at]) yield `${text.slice(0, at)}${sign}${text.slice(at + 1)}`;
}

/** Texts that open as something else than the link. Some lose only the check, `.%33` in place of `.x33` say, and open as the link. */
async function openAsAnother(link: string, texts: readonly string[]): Promise<readonly string[]> {
  const meant = JSON.stringify(await decodeExperiment(link));
  const read = await Promise.all(texts.map(decodeExperiment));
  return texts.filter((_, index) => read[index]?.ok && JSON.stringify(read[index]) !== meant);
}

describe('a link', () => {
  it('with any one character changed never opens as another', async () => {
    await fc.assert(
      fc.asyncProperty(anyExperiment, fc.nat(), async (experiment, start) => {
        const link = await encodeExperiment(experiment);
        // All of a link's changes are some ten thousand: each link shows one in thirty-one.
        const some = [...changed(link)].filter((_, index) => (index + start) % 31 === 0);
        expect(await openAsAnother(link, some)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('with two neighbours that changed places never opens as another', async () => {
    await fc.assert(
      fc.asyncProperty(anyExperiment, async (experiment) => {
        const link = await encodeExperiment(experiment);
        const swapped = Array.from(
          { length: link.length - 1 },
          (_, at) => `${link.slice(0, at)}${link[at + 1]}${link[at]}${link.slice(at + 2)}`,
        ).filter((text) => text !== link);
        expect(await openAsAnother(link, swapped)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('of before there were checks opens, and one whose check was cut off', async () => {
    const link = await encodeExperiment(defaultExperiment('countdown'));
    const bare = link.replace(/\.[^.]*$/, '');
    const opened = await decodeExperiment(link);
    expect(opened.ok).toBe(true);
    expect(await decodeExperiment(bare)).toEqual(opened);
    expect(await decodeExperiment(`${bare}.`)).toEqual(opened);
    expect(await decodeExperiment(bare.slice(1))).toEqual(opened);
    expect(await decodeExperiment(link.slice(1))).toEqual(opened);
    expect((await decodeExperiment(link.slice(0, -1))).ok).toBe(false);
  });
});

describe('a check', () => {
  it('is that of the text, with or without its #', () => {
    expect(withCheck('#v1.abcd')).toBe('#v1.abcd.XqJ');
    expect(checked('v1.abcd.XqJ')).toBe('v1.abcd');
    expect(checked('#v1.abcd.XqK')).toBeNull();
    expect(checked('#v1.abcd')).toBe('#v1.abcd');
    expect(checked('#main')).toBe('#main');
  });
});
