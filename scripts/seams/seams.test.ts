import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Copy } from './copy.ts';
import { isTranslation } from './in-each-language.ts';
import type { Seam } from './seam.ts';
import { seams } from './seams.ts';

const filesOf = ({ edits }: Seam): readonly string[] => [
  ...new Set(edits.map(({ file }) => file).filter((file) => !isTranslation(file))),
];

/**
 * What CONTRIBUTING says about adding one of a kind: how many files, besides its words in other languages, and that none can be
 * forgotten. Each kind gets a dummy, all in one copy of the project. With all their files the copy is whole; with any one of them
 * missing the type checker or a test fails and names the place.
 */
describe('a new one of each kind', { timeout: 600_000 }, () => {
  const copy = new Copy();
  const all = seams.flatMap(({ edits }) => edits);
  let typeErrorsOfAll = '';
  beforeAll(() => {
    copy.hold(all);
    typeErrorsOfAll = copy.firstTypeErrors();
  }, 600_000);
  afterAll(() => copy.remove());

  it.each([...seams])('$kind: touches at most $most files', (seam) => {
    expect(filesOf(seam).length).toBeLessThanOrEqual(seam.most);
  });

  it('is whole with all its files', () => {
    copy.hold(all);
    expect(typeErrorsOfAll).toBe('');
    expect(copy.failures([...new Set(seams.flatMap(({ tests }) => tests))])).toBe('');
  });

  it.each(seams.flatMap((seam) => filesOf(seam).map((file) => ({ ...seam, file }))))(
    '$kind: is missed without $file',
    ({ name, edits, tests, file }) => {
      copy.hold(all.filter((edit) => edit.file !== file || !edits.includes(edit)));
      const place = basename(file).replace(/\.\w+$/, '');
      const said = [];
      const typed = /\.tsx?$/.test(file) ? [() => copy.nearTypeErrors(), () => copy.typeErrors()] : [];
      for (const look of [...typed, () => copy.failures(tests)]) {
        said.push(look());
        if (said.some((one) => one.includes(place) || one.includes(name))) return;
      }
      expect.fail(`nothing names ${place} or ${name}: ${said.join('\n')}`);
    },
  );

  it('is missed without the words in another language', () => {
    copy.hold(all.filter(({ file }) => !file.startsWith('src/words/zh-Hant/')));
    expect(copy.nearTypeErrors()).toContain('src/words/zh-Hant/strategies.ts');
  });
});
