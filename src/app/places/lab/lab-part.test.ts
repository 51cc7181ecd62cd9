import { expect, test } from 'vitest';
import { labPlace } from './lab-part.ts';

test.each([
  [null, 'evidence', null],
  ['voting-helps', 'evidence', 'voting-helps'],
  ['sweeps', 'sweeps', null],
  ['sweeps/a1', 'sweeps', 'a1'],
  ['sweep/v1.Ab', 'sweeps', 'sweep/v1.Ab'],
  ['lenses', 'lenses', null],
  ['lens/grpo', 'lenses', 'grpo'],
  ['lens', 'lenses', null],
] as const)('%s', (address, part, within) => expect(labPlace(address)).toEqual({ part, within }));
