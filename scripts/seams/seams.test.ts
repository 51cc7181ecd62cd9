import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Copy } from './copy.ts';
import { isTranslation } from './in-each-language.ts';
import type { Seam } from './seam.ts';
import { seams } from './seams.ts';

const filesOf = ({ edits }: Seam): readonly string[] => [
  ...new Set(edits.map(({ file }) => file).filter((file) => !isTranslation(file))),
];

const isTyped = (file: string): boolean => /\.tsx?$/.test(file);

/** One file of one kind, to be left out. */
interface Missing {
  readonly seam: Seam;
  readonly file: string;
}

const each = seams.flatMap((seam) => filesOf(seam).map((file): Missing => ({ seam, file })));

/** What is left out at once: kinds know nothing of each other, so that one file of each may be missing together. */
function rounds(all: readonly Missing[]): readonly (readonly Missing[])[] {
  const bySeam = seams.map((kind) => all.filter(({ seam }) => seam === kind));
  return Array.from({ length: Math.max(...bySeam.map(({ length }) => length)) }, (_, round) =>
    bySeam.flatMap((files) => files.slice(round, round + 1)),
  );
}

/**
 * What CONTRIBUTING says about adding one of a kind: how many files, besides its words in other languages, and that none can be
 * forgotten. Each kind gets a dummy, all in one copy of the project. With all their files the copy is whole; with any one of them
 * missing the type checker or a test fails and names what is half there.
 */
describe('a new one of each kind', { timeout: 1_200_000 }, () => {
  const copy = new Copy();
  const every = seams.flatMap(({ edits }) => edits);
  let typeErrorsOfAll = '';
  beforeAll(() => {
    copy.hold(every);
    typeErrorsOfAll = copy.firstTypeErrors();
  }, 600_000);
  afterAll(() => copy.remove());

  it.each([...seams])('$kind: touches at most $most files', (seam) => {
    expect(filesOf(seam).length).toBeLessThanOrEqual(seam.most);
  });

  it('is whole with all its files', () => {
    copy.hold(every);
    expect(typeErrorsOfAll).toBe('');
    expect(copy.failures([...new Set(seams.flatMap(({ tests }) => tests))])).toBe('');
  });

  /** Those whose absence nothing names that is said of a copy without them. */
  const unnamedBy = (look: (missing: readonly Missing[]) => string) => (all: readonly Missing[]) =>
    rounds(all).flatMap((missing) => {
      copy.hold(
        every.filter(
          (edit) => !missing.some(({ seam, file }) => edit.file === file && seam.edits.includes(edit)),
        ),
      );
      const said = look(missing);
      return missing.filter(({ seam }) => !said.includes(seam.name));
    });
  const near = unnamedBy(() => copy.nearTypeErrors());
  const far = unnamedBy(() => copy.typeErrors());
  const tested = unnamedBy((missing) =>
    copy.failures([...new Set(missing.flatMap(({ seam }) => seam.tests))]),
  );
  const names = (missing: readonly Missing[]) =>
    missing.map(({ seam, file }) => `${seam.name} without ${file}`);

  it('is missed without any one of its files that are typed', () => {
    // The quick look first; few are left for the others.
    expect(names(tested(far(near(each.filter(({ file }) => isTyped(file))))))).toEqual([]);
  });

  it.each(each.filter(({ file }) => !isTyped(file)))('is missed without $file', (missing) => {
    expect(names(tested([missing]))).toEqual([]);
  });

  it('is missed without the words in another language', () => {
    copy.hold(every.filter(({ file }) => !file.startsWith('src/words/zh-Hant/')));
    expect(copy.nearTypeErrors()).toContain('src/words/zh-Hant/strategies.ts');
  });
});
