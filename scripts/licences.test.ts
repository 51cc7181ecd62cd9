import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licenceText, packageFolder } from './licences.ts';

test('a module belongs to the innermost package it lies in; our own to none', () => {
  expect(packageFolder('/a/node_modules/d3/node_modules/@x/y/src/z.js?worker')).toBe(
    '/a/node_modules/d3/node_modules/@x/y',
  );
  expect(packageFolder('\0/a/node_modules/react/index.js')).toBe('/a/node_modules/react');
  expect(packageFolder('/a/src/main.tsx')).toBeNull();
});

test('each package is named with its version, and its licence stands there in full', () => {
  const text = licenceText(['node_modules/react']);
  expect(text).toMatch(/^## react \d+\.\d+\.\d+ \(MIT\)$/m);
  expect(text).toContain(readFileSync('node_modules/react/LICENSE', 'utf8').trim());
});
