import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url);

/** Modules that stand in for each other, or are loaded by one interface, export the same name by design. */
const interfaces: ReadonlySet<string> = new Set(['loadReplies', 'loadedReplies', 'heldOut']);

/** Tests, the kernels (AssemblyScript) and the words of a language, which are named like what they speak of, are left out. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.|\.d\.ts$|^policy\/embedded\/(trainer\/)?kernel\/|^words\/(en|zh-\w+)\//.test(file),
  );

/** The names that a module declares and exports; what it re-exports is declared elsewhere. */
function declaredExports(file: string): ReadonlySet<string> {
  const { module } = parseSync(file, readFileSync(new URL(file, source), 'utf8'));
  const imported = new Set(
    module.staticImports.flatMap(({ entries }) => entries.map(({ localName }) => localName.value)),
  );
  return new Set(
    module.staticExports
      .flatMap(({ entries }) => entries)
      .filter(({ moduleRequest }) => moduleRequest === null)
      .flatMap(({ exportName }) => exportName.name ?? [])
      .filter((name) => !imported.has(name)),
  );
}

test('an exported name means one thing', () => {
  const homes = new Map<string, string[]>();
  for (const file of files)
    for (const name of declaredExports(file)) homes.set(name, [...(homes.get(name) ?? []), file]);
  expect(homes.size).toBeGreaterThan(1000);
  const several = [...homes].filter(([name, where]) => where.length > 1 && !interfaces.has(name));
  expect(Object.fromEntries(several)).toEqual({});
});
