import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classesOf, inCode, stylesIn } from './testing/styles-in.ts';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => join('src', file));
const sheets = files.filter((file) => file.endsWith('.css'));
const modules = sheets.filter((file) => file.endsWith('.module.css'));
const code = files
  .filter((file) => /^src\/(app|views|main)/.test(file) && /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => ({ file, ...stylesIn(file, readFileSync(file, 'utf8')) }));

const globals = new Set(
  sheets
    .filter((file) => !modules.includes(file))
    .flatMap((file) => [...classesOf(readFileSync(file, 'utf8')).own]),
);

/** Where an import of a style sheet leads. */
const pathOf = (from: string, path: string) =>
  path.startsWith('#') ? join('src', path.slice(1)) : join(dirname(from), path);

describe('styles of a feature', () => {
  it.each(modules)('%s: its classes and the code agree', (sheet) => {
    const { own, global } = classesOf(readFileSync(sheet, 'utf8'));
    const used = new Set(
      code.flatMap(({ file, modules: taken }) =>
        [...taken].flatMap(([path, names]) => (pathOf(file, path) === sheet ? [...names] : [])),
      ),
    );
    expect([...used].sort(), 'used in code, and in the sheet').toEqual([...own].map(inCode).sort());
    expect([...global].filter((name) => !globals.has(name))).toEqual([]);
  });

  it('every sheet that is imported exists', () => {
    const missing = code.flatMap(({ file, modules: taken }) =>
      [...taken.keys()].map((path) => pathOf(file, path)).filter((sheet) => !modules.includes(sheet)),
    );
    expect(missing).toEqual([]);
  });

  it('takes classes by names that can be checked', () => {
    expect(code.flatMap(({ computed }) => computed)).toEqual([]);
  });

  it('no two sheets have one name, which their classes carry in the page', () => {
    const names = modules.map((sheet) => basename(sheet));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe('global styles', () => {
  it.each(code.map(({ file, global }) => [file, global] as const).filter(([, global]) => global.size > 0))(
    '%s: every class written as text exists',
    (_, global) => {
      expect([...global].filter((name) => !globals.has(name))).toEqual([]);
    },
  );
});

it('what features share stands in the layer that they overrule', () => {
  const inLayer = (file: string) =>
    readFileSync(file, 'utf8')
      .replace(/\/\*.*?\*\//gs, '')
      .trim()
      .startsWith('@layer ui {');
  expect(modules.filter((file) => file.startsWith('src/app/ui/') && !inLayer(file))).toEqual([]);
});
