import { expect, test } from 'vitest';
import { presetWords } from './en/presets.ts';

test.each(Object.entries(presetWords))('%s is recommended in one plain sentence', (_, { title, why }) => {
  expect(title).toMatch(/^[A-Z0-9][^\n]{5,40}$/);
  expect(why).toMatch(/^[A-Z][^\n]{20,120}\.$/);
});
