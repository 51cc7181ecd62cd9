import { expect, test } from 'vitest';
import { logOf } from './testing/fixtures.ts';
import { whereTheyPart } from './where-they-part.ts';

const one = logOf(['4 + 9 </think> 13', '4 - 9 </think> 5']);

test('two runs part at the first token that the other does not have in its place', () => {
  const other = logOf(['4 + 9 </think> 13', '4 - 1 </think> 3']);
  const step = { at: 'token', sequence: 1, tokens: 3 };
  expect(whereTheyPart(one, other)).toEqual({ step, wrote: '9', other: '1' });
  expect(whereTheyPart(other, one)).toEqual({ step, wrote: '1', other: '9' });
});

test('a run with more traces parts where they begin; the other does not part from it', () => {
  const fewer = logOf(['4 + 9 </think> 13']);
  expect(whereTheyPart(one, fewer)).toEqual({
    step: { at: 'token', sequence: 1, tokens: 1 },
    wrote: '4',
    other: null,
  });
  expect(whereTheyPart(fewer, one)).toBeNull();
});
