import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$/.test(file));

/** The files that a file imports: at once, later (`import()`), or for their types alone. */
function importsIn(file: string): readonly string[] {
  const text = readFileSync(new URL(file, source), 'utf8');
  const { module } = parseSync(file, text);
  const paths = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    ),
  ];
  return paths
    .filter((path) => /^[#.]/.test(path))
    .map((path) =>
      path.startsWith('#') ? path.slice(1) : posix.normalize(posix.join(posix.dirname(file), path)),
    );
}

/** The files that are left when those that import none of the others, and those that none imports, were taken away again and again. */
function inCircles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Set(imports.keys());
  for (let before = left.size + 1; before > left.size;) {
    before = left.size;
    for (const file of left) if (!imports.get(file)?.some((to) => left.has(to))) left.delete(file);
    const imported = new Set([...left].flatMap((file) => imports.get(file) ?? []));
    for (const file of left) if (!imported.has(file)) left.delete(file);
  }
  return [...left];
}

test('a circle is found, and what leads to it and from it is not called one', () => {
  const imports = { top: ['a'], a: ['b'], b: ['a', 'leaf'], leaf: [] };
  expect(inCircles(new Map(Object.entries(imports)))).toEqual(['a', 'b']);
});

// The linter refuses circles of static imports. A part that is fetched later and imports what fetches it is one as well.
test('no file imports itself, however far around', () => {
  const imports = new Map(files.map((file) => [file, importsIn(file)]));
  expect([...imports.values()].flat().length).toBeGreaterThan(5000);
  expect(inCircles(imports)).toEqual([]);
});
