import type { Failure } from '#run/failure.ts';
import { describe, expect, it } from 'vitest';
import { explainMissing, isOtherVersion, scriptsOf } from './new-version.ts';

const page = (...scripts: readonly string[]) =>
  `<!doctype html><head><title>Second Thought</title>${scripts.map((name) => `<script type="module" crossorigin src="./assets/${name}.js"></script>`).join('')}</head>`;
const own = ['./assets/page-A.js'];
const missing: Failure = { code: 'part-missing', part: null };

describe('a new version of the page', () => {
  it('is known by the names of its scripts', () => {
    expect(scriptsOf(page('runtime-R', 'page-A'))).toEqual(['./assets/runtime-R.js', './assets/page-A.js']);
    expect(isOtherVersion(page('page-A'), own)).toBe(false);
    expect(isOtherVersion(page('page-B'), own)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['the page of a hotel', '<title>Wi-Fi</title><script type="module" src="./assets/page-B.js"></script>'],
    ['a page without scripts', page()],
  ])('is not what %s says', (_, html) => {
    expect(isOtherVersion(html, own)).toBe(false);
  });

  it('explains a part that is missing, and nothing else', async () => {
    expect(await explainMissing(missing, async () => true)).toEqual({ code: 'new-version' });
    expect(await explainMissing(missing, async () => false)).toBe(missing);
    const other: Failure = { code: 'device-lost' };
    expect(await explainMissing(other, async () => true)).toBe(other);
  });
});
