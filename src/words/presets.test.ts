import { expect, test } from 'vitest';
import { presetReasons } from './en/preset-reasons.ts';
import { presetTitles } from './en/presets.ts';

test.each(Object.entries(presetTitles))('%s has a short title', (_, title) => {
  expect(title).toMatch(/^[A-Z0-9][^\n]{5,40}$/);
});

test.each(Object.entries(presetReasons))('%s is recommended in one plain sentence', (_, why) => {
  expect(why).toMatch(/^[A-Z][^\n]{20,120}\.$/);
});
