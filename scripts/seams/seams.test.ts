import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Copy } from './copy.ts';
import { isTranslation } from './in-each-language.ts';
import type { Seam } from './seam.ts';
import { seams } from './seams.ts';

const filesOf = ({ edits }: Seam): readonly string[] => [
  ...new Set(edits.map(({ file }) => file).filter((file) => !isTranslation(file))),
];

const isTyped = (file: string): boolean => /\.tsx?$/.test(file);

/**
 * Files left out at once. Kinds know nothing of each other, so one file of each kind may be left out together; one that the type
 * checker does not read goes alone.
 */
const rounds = roundsOf(seams);

function roundsOf(all: readonly Seam[]) {
  const typed = all.map((seam) =>
    filesOf(seam)
      .filter(isTyped)
      .map((file) => ({ seam, file })),
  );
  const together = Array.from({ length: Math.max(...typed.map(({ length }) => length)) }, (_, round) =>
    typed.flatMap((files) => files.slice(round, round + 1)),
  );
  const alone = all.flatMap((seam) =>
    filesOf(seam)
      .filter((file) => !isTyped(file))
      .map((file) => [{ seam, file }]),
  );
  return [...together, ...alone].map((left) => ({ left, files: left.map(({ file }) => file).join(', ') }));
}

/**
 * What CONTRIBUTING says about adding one of a kind: how many files, besides its words in other languages, and that none can be
 * forgotten. Each kind gets a dummy, all in one copy of the project. With all their files the copy is whole; with any one of them
 * missing the type checker or a test fails and names what is half there.
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

  it.each(rounds)('is missed without $files', ({ left }) => {
    copy.hold(
      all.filter((edit) => !left.some(({ seam, file }) => edit.file === file && seam.edits.includes(edit))),
    );
    const typeErrors = left.every(({ file }) => isTyped(file))
      ? [() => copy.nearTypeErrors(), () => copy.typeErrors()]
      : [];
    const tests = [...new Set(left.flatMap(({ seam }) => seam.tests))];
    let unnamed = left;
    for (const look of [...typeErrors, () => copy.failures(tests)]) {
      const said = look();
      unnamed = unnamed.filter(({ seam }) => !said.includes(seam.name));
      if (unnamed.length === 0) return;
    }
    expect(unnamed.map(({ seam, file }) => `nothing names ${seam.name} without ${file}`)).toEqual([]);
  });

  it('is missed without the words in another language', () => {
    copy.hold(all.filter(({ file }) => !file.startsWith('src/words/zh-Hant/')));
    expect(copy.nearTypeErrors()).toContain('src/words/zh-Hant/strategies.ts');
  });
});
