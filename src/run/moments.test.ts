import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithmSteps } from './algorithm-steps.ts';
import { cursorAtMoment, momentStepAt } from './moments.ts';
import { logOf } from './testing/fixtures.ts';

const log = logOf(['9 - 3 = 6 </think> 24', '4 * 6 = 24 </think> 24', '13 + 9 </think> 22']);

describe('a moment', () => {
  it('is found again in its own log, at every place', () => {
    fc.assert(
      fc.property(fc.nat(log.length), (cursor) => {
        expect(cursorAtMoment(log, momentStepAt(log, cursor), true)).toBe(cursor);
      }),
    );
  });

  it('of a token is the same token where sequences stand interleaved otherwise', () => {
    const cursor = log.findIndex(({ event }) => event.type === 'token' && event.sequence === 2) + 1;
    const name = momentStepAt(log, cursor);
    const apart = [...log].sort((a, b) => sequenceOf(a) - sequenceOf(b));
    const found = cursorAtMoment(apart, name, true) ?? 0;
    expect(apart[found - 1]).toBe(log[cursor - 1]);
  });

  it('of a step that may still grow is not certain before the log goes on', () => {
    const { length } = algorithmSteps(log);
    expect(cursorAtMoment(log, { at: 'step', step: length }, false)).toBeNull();
    expect(cursorAtMoment(log, { at: 'step', step: length }, true)).not.toBeNull();
    expect(cursorAtMoment(log, { at: 'step', step: length + 1 }, true)).toBeNull();
  });
});

function sequenceOf({ event }: (typeof log)[number]): number {
  return event.type === 'token' ? event.sequence : event.type === 'run-started' ? -2 : -1;
}
