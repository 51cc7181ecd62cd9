import { afterAll, describe, expect, it } from 'vitest';
import { Copy } from './copy.ts';
import { seams } from './seams.ts';

/**
 * What CONTRIBUTING says about adding one of a kind: how many files, and that none can be forgotten. Each kind gets a dummy in
 * a copy of the project. With all its files the copy is whole; with any one of them missing the type checker or a test fails
 * and names the place.
 */
describe.each([...seams])('a new $kind', { timeout: 180_000 }, ({ name, most, edits, tests }) => {
  const copy = new Copy();
  afterAll(() => copy.remove());
  const files = [...new Set(edits.map(({ file }) => file))];

  it(`touches at most ${most} files`, () => {
    expect(files.length).toBeLessThanOrEqual(most);
  });

  it('is whole with all of them', () => {
    copy.apply(edits);
    const said = copy.typeErrors() || copy.failures(tests);
    copy.undo();
    expect(said).toBe('');
  });

  it.each(files)('is missed without %s', (file) => {
    copy.apply(edits.filter((edit) => edit.file !== file));
    const said = copy.typeErrors() || copy.failures(tests);
    copy.undo();
    const place =
      file
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? file;
    expect([place, name].filter((one) => said.includes(one))).not.toEqual([]);
  });
});
